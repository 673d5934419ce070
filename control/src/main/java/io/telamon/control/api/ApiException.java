package io.telamon.control.api;

import java.util.List;
import java.util.Map;

/** A refusal in the shape of the API's errors. Made from the one table of codes, {@link ErrorCode}. */
public final class ApiException extends Refusal {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Object> parameters;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    ApiException(ErrorCode code, List<Object> parameters, List<Violation> violations, Map<String, String> headers) {
        super(code.name());
        this.code = code;
        this.parameters = parameters.stream().map(ApiException::shortened).toList();
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
    }

    private static Object shortened(Object parameter) {
        return parameter instanceof String text ? Excerpt.of(text) : parameter;
    }

    /** The same refusal with a {@code Retry-After} header. */
    public ApiException retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }

    /** The same refusal with this header and no other. */
    ApiException with(String header, String value) {
        return new ApiException(code, parameters, violations, Map.of(header, value));
    }

    /** The code that the answer carries. */
    public ErrorCode code() {
        return code;
    }

    /** What is wrong with the body, empty when the error is about something else. */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public int status() {
        return code.status();
    }

    @Override
    protected Object body() {
        return new ErrorBody(
                violations.isEmpty() ? null : new ErrorBody.BadRequestDetail(violations),
                code.detail(parameters),
                code.status(),
                code.name(),
                parameters,
                code.reason());
    }

    @Override
    protected Map<String, String> headers() {
        return headers;
    }
}
