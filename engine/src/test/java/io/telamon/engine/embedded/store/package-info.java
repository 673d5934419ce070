@NullMarked
package io.telamon.engine.embedded.store;

import org.jspecify.annotations.NullMarked;
