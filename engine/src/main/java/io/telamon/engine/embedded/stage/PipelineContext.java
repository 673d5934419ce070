package io.telamon.engine.embedded.stage;

import io.telamon.engine.embedded.expression.ExpressionLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of one pipeline share.
 *
 * @param limits what they may take
 * @param variables the values of variables, by name without dollar signs
 */
public record PipelineContext(ExpressionLimits limits, Map<String, @Nullable Object> variables) {}
