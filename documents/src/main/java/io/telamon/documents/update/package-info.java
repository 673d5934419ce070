/** Updates of documents: replacements, modifiers with positional operators and array filters, pipelines. */
@NullMarked
package io.telamon.documents.update;

import org.jspecify.annotations.NullMarked;
