/** The errors that the embedded engine answers with, under MongoDB's own codes and names. */
@NullMarked
package io.telamon.engine.embedded.error;

import org.jspecify.annotations.NullMarked;
