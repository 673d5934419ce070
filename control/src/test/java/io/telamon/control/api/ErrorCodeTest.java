package io.telamon.control.api;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    /** Codes that no expression names and refuses with at once: they are handed on, or are other modules'. */
    private static final Map<ErrorCode, Integer> HANDED_ON = Map.ofEntries(
            Map.entry(ErrorCode.CANNOT_DELETE_LAST_ADMIN, 0),
            Map.entry(ErrorCode.CANNOT_DEMOTE_LAST_ORG_OWNER, 0),
            Map.entry(ErrorCode.COMMIT_OUTCOME_UNKNOWN, 0),
            Map.entry(ErrorCode.HTTP_VERSION_NOT_SUPPORTED, 0),
            Map.entry(ErrorCode.NOT_READY, 1),
            Map.entry(ErrorCode.NOT_WORKING, 1),
            Map.entry(ErrorCode.REQUEST_HEADER_FIELDS_TOO_LARGE, 0),
            Map.entry(ErrorCode.TRANSFER_ENCODING_NOT_SUPPORTED, 0),
            Map.entry(ErrorCode.URI_TOO_LONG, 0));

    private static final List<ErrorCodeCalls.Call> CALLS = calls();

    @ParameterizedTest
    @EnumSource
    void takesAsManyParametersAsItsCallsGive(ErrorCode code) {
        List<Integer> given = given(code).toList();

        assertThat(given).as("calls of %s", code).isNotEmpty();
        for (int parameters : given) {
            assertThat(code.detail(nCopies(parameters, "something")))
                    .isEqualTo(code.detail(nCopies(parameters + 1, "something")))
                    .doesNotContain("%s");
            assertThat(placeholders(code)).as("placeholders of %s", code).isEqualTo(parameters);
        }
    }

    @Test
    void isNamedWhereItIsRefusedWithButForThoseHandedOn() {
        assertThat(CALLS)
                .hasSizeGreaterThan(150)
                .extracting(ErrorCodeCalls.Call::code)
                .doesNotContainAnyElementsOf(HANDED_ON.keySet());
    }

    @Test
    void saysItsParametersInTheirOrder() {
        assertThat(ErrorCode.CLUSTER_NOT_FOUND.detail(List.of("shop", "a1")))
                .isEqualTo("No cluster named shop exists in group a1.");
    }

    @Test
    void namesItselfWhereParametersAreMissing() {
        assertThatThrownBy(() -> ErrorCode.CLUSTER_NOT_FOUND.detail(List.of("shop")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CLUSTER_NOT_FOUND takes more parameters than 1");
    }

    @ParameterizedTest
    @EnumSource
    void hasAStatusOfAnErrorWithAReason(ErrorCode code) {
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.reason()).isNotIn("", "OK", "Error");
    }

    private static int placeholders(ErrorCode code) {
        int needed = 0;
        while (!formats(code, needed)) {
            needed++;
        }
        return needed;
    }

    private static boolean formats(ErrorCode code, int parameters) {
        try {
            return !code.detail(nCopies(parameters, "something")).isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Stream<Integer> given(ErrorCode code) {
        return Stream.concat(
                Stream.ofNullable(HANDED_ON.get(code)),
                CALLS.stream()
                        .filter(call -> call.code() == code)
                        .map(ErrorCodeCalls.Call::parameters)
                        .distinct());
    }

    private static List<ErrorCodeCalls.Call> calls() {
        try {
            return ErrorCodeCalls.in(Path.of(ErrorCode.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()))
                    .stream()
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
