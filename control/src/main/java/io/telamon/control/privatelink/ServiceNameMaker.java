package io.telamon.control.privatelink;

import io.telamon.control.cloud.CloudNames;
import io.telamon.control.cluster.Regions;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.stream.IntStream;

/** Names private endpoint services, in the forms that were recorded of each provider. */
final class ServiceNameMaker {

    private final CloudNames names = new CloudNames();
    private final Regions regions;

    ServiceNameMaker(Regions regions) {
        this.regions = regions;
    }

    /**
     * Names for a service.
     *
     * @param attachments how many a service on Google Cloud has that maps no ports
     */
    ServiceNames of(EndpointService service, ProjectId projectId, long attachments) {
        return switch (service.provider()) {
            case AWS ->
                new ServiceNames(
                        "com.amazonaws.vpce." + cloudRegion(service) + ".vpce-svc-" + names.hexadecimal(17),
                        null,
                        List.of());
            case AZURE -> azure(service);
            case GCP -> google(service, projectId, service.portMapping() ? 1 : attachments);
        };
    }

    private ServiceNames azure(EndpointService service) {
        String name = "pls_" + service.id();
        String group = "rg_" + names.hexadecimal(24) + "_" + names.alphanumeric(8);
        String resource = "/subscriptions/" + names.uuid() + "/resourceGroups/" + group
                + "/providers/Microsoft.Network/privateLinkServices/" + name;
        return new ServiceNames(name, resource, List.of());
    }

    private ServiceNames google(EndpointService service, ProjectId projectId, long attachments) {
        String region = cloudRegion(service);
        String one = "projects/p-" + names.alphanumeric(24) + "/regions/" + region + "/serviceAttachments/sa-" + region
                + "-" + projectId + "-";
        return new ServiceNames(
                null,
                null,
                IntStream.range(0, (int) attachments)
                        .mapToObj(number -> one + number)
                        .toList());
    }

    private String cloudRegion(EndpointService service) {
        return regions.find(service.provider(), service.region())
                .map(Regions.Region::cloudName)
                .orElse(service.region());
    }
}
