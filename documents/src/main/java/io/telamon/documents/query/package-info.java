/** Filters of queries: checked and compiled once, tested on documents in place. */
@NullMarked
package io.telamon.documents.query;

import org.jspecify.annotations.NullMarked;
