package io.telamon.control.privatelink;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.topology.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which clients name private endpoints, by provider. */
final class EndpointForms {

    private static final Pattern AWS = Pattern.compile("vpce-[0-9a-f]{17}");
    private static final Pattern AZURE =
            Pattern.compile("/subscriptions/[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/resource[gG]roups/[-\\w._()]+"
                    + "/providers/Microsoft\\.Network/privateEndpoints/[-\\w._()]+");
    private static final Pattern GOOGLE = Pattern.compile("[-\\w]+");
    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}");

    private EndpointForms() {}

    /**
     * The id that a path names, which clients encode once or twice.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED}
     */
    static String idInPath(String segment, Provider provider) {
        String id = segment.replace("%2F", "/").replace("%2f", "/");
        ErrorCode.PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED.refuseIf(
                !form(provider).matcher(id).matches());
        return id;
    }

    /**
     * The id in a body.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MISSING_ATTRIBUTE}, and
     *     {@link ErrorCode#VALIDATION_ERROR} for all that is wrong with the body
     */
    static String checkedId(PrivateEndpointCreate body, EndpointService service) {
        return switch (service.provider()) {
            case AWS -> {
                String id = required("id", body.id());
                refuse(named(new ArrayList<>(), "id", id, AWS, "vpce- and 17 hexadecimal digits"));
                yield id;
            }
            case AZURE -> {
                String id = required("id", body.id());
                String address = required("privateEndpointIPAddress", body.privateEndpointIPAddress());
                List<Violation> violations =
                        named(new ArrayList<>(), "id", id, AZURE, "the resource ID of a private endpoint");
                refuse(addressed(violations, "privateEndpointIPAddress", address));
                yield id;
            }
            case GCP -> {
                String name = required("endpointGroupName", body.endpointGroupName());
                required("gcpProjectId", body.gcpProjectId());
                List<Violation> violations = named(
                        new ArrayList<>(), "endpointGroupName", name, GOOGLE, "of letters, digits, - and _ alone");
                refuse(rules(violations, body, service));
                yield name;
            }
        };
    }

    private static List<Violation> rules(
            List<Violation> violations, PrivateEndpointCreate body, EndpointService service) {
        List<PrivateEndpointCreate.ForwardingRule> rules = required("endpoints", body.endpoints());
        int wanted = service.names().attachments().size();
        if (rules.size() != wanted) {
            violations.add(new Violation(
                    "endpoints", "must have as many endpoints as the service has attachments, " + wanted));
        }
        for (int i = 0; i < rules.size(); i++) {
            String address = rules.get(i).ipAddress();
            addressed(violations, "endpoints[" + i + "].ipAddress", address == null ? "" : address);
        }
        return violations;
    }

    private static List<Violation> named(
            List<Violation> violations, String field, String value, Pattern form, String what) {
        if (!form.matcher(value).matches()) {
            violations.add(new Violation(field, "must be " + what));
        }
        return violations;
    }

    private static List<Violation> addressed(List<Violation> violations, String field, String address) {
        return named(violations, field, address, ADDRESS, "an IP address");
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.because(violations, "the private endpoint cannot be connected so");
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about(field);
        }
        return value;
    }

    private static Pattern form(Provider provider) {
        return switch (provider) {
            case AWS -> AWS;
            case AZURE -> AZURE;
            case GCP -> GOOGLE;
        };
    }
}
