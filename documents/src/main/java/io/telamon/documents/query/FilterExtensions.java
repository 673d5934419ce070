package io.telamon.documents.query;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.Value;

/** Operators of filters that other packages provide: geometry, text search, code. */
public interface FilterExtensions {

    /** Knows none of them: each is an error by name. */
    FilterExtensions NONE = new FilterExtensions() {};

    /**
     * The predicate of an operator on a field, as {@code $geoWithin}.
     *
     * @param operators all operators of the field, of which this one is the first that the filter does not know itself
     * @throws io.telamon.documents.error.CommandException 238 NotImplemented when the operator is not provided
     */
    default Predicate field(FieldName[] path, String operator, DocumentValue operators) {
        throw ErrorCode.NOT_IMPLEMENTED.error(operator + " is not implemented");
    }

    /**
     * The predicate of an operator at the top of a filter, as {@code $text} or {@code $where}.
     *
     * @throws io.telamon.documents.error.CommandException 238 NotImplemented when the operator is not provided
     */
    default Predicate document(String operator, Value argument) {
        throw ErrorCode.NOT_IMPLEMENTED.error(operator + " is not implemented");
    }
}
