package io.telamon.control.cluster.dedicated;

import io.telamon.control.api.Call;
import java.util.stream.Stream;

/**
 * The request headers by which clients ask for the hardware that they have set, and find what auto-scaling has made of it in the effective
 * attributes alone (OpenAPI). Terraform sends one with each request.
 */
final class EffectiveFields {

    private EffectiveFields() {}

    /** Whether a request has one of them. */
    static boolean areAsked(Call<?> call) {
        return Stream.of("Use-Effective-Instance-Fields", "Use-Effective-Fields-Replication-Specs")
                .anyMatch(name ->
                        call.header(name).filter("true"::equalsIgnoreCase).isPresent());
    }
}
