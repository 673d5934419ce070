@NullMarked
package io.telamon.engine.process;

import org.jspecify.annotations.NullMarked;
