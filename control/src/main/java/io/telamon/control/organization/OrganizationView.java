package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import java.util.List;
import java.util.stream.Stream;

/**
 * An organization as the API shows it.
 *
 * @param links in lists only the one to itself
 */
record OrganizationView(
        String id, boolean isDeleted, List<Link> links, String name, boolean skipDefaultAlertsSettings) {

    private static final String RELATION = "https://cloud.mongodb.com/";

    static OrganizationView alone(Call<?> call, Organization organization) {
        String path = path(organization);
        Stream<Link> parts =
                Stream.of("groups", "teams", "users").map(part -> call.link(RELATION + part, path + "/" + part));
        return of(
                organization,
                Stream.concat(Stream.of(call.link("self", path)), parts).toList());
    }

    static OrganizationView inList(Call<?> call, Organization organization) {
        return of(organization, List.of(call.link("self", path(organization))));
    }

    private static OrganizationView of(Organization organization, List<Link> links) {
        return new OrganizationView(
                organization.id().value(), false, links, organization.name(), organization.skipDefaultAlertsSettings());
    }

    private static String path(Organization organization) {
        return "/orgs/" + organization.id();
    }
}
