package io.telamon.documents.projection;

import io.telamon.documents.expression.Expression;
import io.telamon.documents.expression.Variables;
import io.telamon.documents.value.Value;

/** What is done with a field. */
sealed interface Action {

    /** The field is answered as it is. */
    record Include() implements Action {}

    /** The field is left out. */
    record Exclude() implements Action {}

    /** The field is set to the value of an expression, or left out when that is missing. */
    record Compute(Expression expression) implements Action {}

    /** The field's value is replaced where it exists. */
    record Change(Modifier modifier, boolean includes) implements Action {}

    /** Changes a value; the result may be missing. */
    @FunctionalInterface
    interface Modifier {
        Value apply(Value value, Variables variables);
    }
}
