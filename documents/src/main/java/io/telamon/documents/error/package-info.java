/** The errors of commands, under MongoDB's codes and names. */
@NullMarked
package io.telamon.documents.error;

import org.jspecify.annotations.NullMarked;
