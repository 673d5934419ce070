/** BSON values, in place and built; their order, equality, arithmetic and paths. */
@NullMarked
package io.telamon.documents.value;

import org.jspecify.annotations.NullMarked;
