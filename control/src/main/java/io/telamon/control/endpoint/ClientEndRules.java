package io.telamon.control.endpoint;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.topology.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which a client names its end of a private endpoint, by provider. */
final class ClientEndRules {

    private static final Pattern AWS_END = Pattern.compile("vpce-[0-9a-f]{17}");
    private static final Pattern AZURE_END = Pattern.compile("/subscriptions/[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}"
            + "/resource[gG]roups/private[Ll]ink/providers/Microsoft\\.Network/privateEndpoints/[-\\w._()]+");
    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}");

    private ClientEndRules() {}

    /**
     * The change that a client asks for.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} for all that is wrong with it
     */
    static EndpointChange check(EndpointUpdate body, Provider provider) {
        List<Violation> violations = new ArrayList<>();
        if (body.providerName() != provider) {
            violations.add(new Violation("providerName", "must be " + provider + ", where the instance is"));
        } else if (provider == Provider.AWS) {
            checkAws(body, violations);
        } else {
            checkAzure(body, violations);
        }
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.because(violations, "the private endpoint cannot be changed so");
        }
        return new EndpointChange(
                Optional.ofNullable(body.comment()),
                Optional.ofNullable(body.cloudProviderEndpointId()),
                Optional.ofNullable(body.privateEndpointIpAddress()));
    }

    private static void checkAws(EndpointUpdate body, List<Violation> violations) {
        check("cloudProviderEndpointId", body.cloudProviderEndpointId(), AWS_END, "vpce-", violations);
        if (body.privateEndpointIpAddress() != null) {
            violations.add(new Violation("privateEndpointIpAddress", "is only for AZURE"));
        }
    }

    private static void checkAzure(EndpointUpdate body, List<Violation> violations) {
        check("cloudProviderEndpointId", body.cloudProviderEndpointId(), AZURE_END, "/subscriptions/", violations);
        if (body.privateEndpointIpAddress() != null
                && !ADDRESS.matcher(body.privateEndpointIpAddress()).matches()) {
            violations.add(new Violation("privateEndpointIpAddress", "must be an IP address"));
        }
        if ((body.cloudProviderEndpointId() == null) != (body.privateEndpointIpAddress() == null)) {
            violations.add(new Violation(
                    body.cloudProviderEndpointId() == null ? "cloudProviderEndpointId" : "privateEndpointIpAddress",
                    "is required together with the other end's attribute"));
        }
    }

    private static void check(
            String field, @Nullable String value, Pattern form, String beginning, List<Violation> violations) {
        if (value != null && !form.matcher(value).matches()) {
            violations.add(
                    new Violation(field, "must be the provider's id of an endpoint, which begins with " + beginning));
        }
    }
}
