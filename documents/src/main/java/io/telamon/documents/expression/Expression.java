package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/**
 * A compiled expression. It holds no state of an evaluation and may be evaluated by several threads at a time, each with
 * its own variables.
 */
public interface Expression {

    /**
     * The value for the document and variables given; missing where a field does not exist.
     *
     * @throws io.telamon.documents.error.CommandException when the expression cannot be computed for these values
     */
    Value evaluate(Variables variables);

    /** Whether the value is the same for all documents, and known. */
    default boolean isConstant() {
        return false;
    }
}
