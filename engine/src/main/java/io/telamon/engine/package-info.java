/** Where documents live: the embedded engine and engines reached by URI. */
@NullMarked
package io.telamon.engine;

import org.jspecify.annotations.NullMarked;
