@NullMarked
package io.telamon.engine.embedded;

import org.jspecify.annotations.NullMarked;
