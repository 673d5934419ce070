/** The errors that clients are answered with, under MongoDB's own codes and names. */
@NullMarked
package io.telamon.gateway.error;

import org.jspecify.annotations.NullMarked;
