package io.telamon.engine.embedded.expression;

/** The limits of the command that a thread runs. */
final class CurrentLimits {

    static final ScopedValue<ExpressionLimits> VALUE = ScopedValue.newInstance();

    private CurrentLimits() {}
}
