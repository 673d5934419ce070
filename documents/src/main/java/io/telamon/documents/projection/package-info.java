/** Projections: which fields of a document are answered, and what is computed for them. */
@NullMarked
package io.telamon.documents.projection;

import org.jspecify.annotations.NullMarked;
