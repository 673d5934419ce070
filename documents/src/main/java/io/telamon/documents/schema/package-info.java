/** JSON Schema, draft 4, with MongoDB's additions and omissions. */
@NullMarked
package io.telamon.documents.schema;

import org.jspecify.annotations.NullMarked;
