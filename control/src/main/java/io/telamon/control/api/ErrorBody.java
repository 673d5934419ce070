package io.telamon.control.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of every error answer. */
record ErrorBody(
        @Nullable BadRequestDetail badRequestDetail,
        String detail,
        int error,
        String errorCode,
        List<Object> parameters,
        String reason) {

    record BadRequestDetail(List<Violation> fields) {}
}
