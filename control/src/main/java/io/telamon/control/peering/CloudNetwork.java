package io.telamon.control.peering;

import io.telamon.control.cloud.CloudNames;
import io.telamon.gateway.model.ProjectId;

/**
 * What the provider calls the network of a container.
 *
 * @param owner the subscription on Azure, the project on Google Cloud; empty on AWS
 * @param name of the VPC, VNet or network
 */
record CloudNetwork(String owner, String name) {

    /** A network for a container, named in the forms that were recorded, and on Google Cloud as the API documents it. */
    static CloudNetwork of(NetworkContainer container, ProjectId projectId, CloudNames names) {
        return switch (container.provider()) {
            case AWS -> new CloudNetwork("", "vpc-" + names.hexadecimal(17));
            case AZURE ->
                new CloudNetwork(names.hexadecimal(24), "vnet_" + container.id() + "_" + names.alphanumeric(8));
            case GCP ->
                new CloudNetwork("p-" + names.alphanumeric(24), "nt-" + projectId + "-" + names.alphanumeric(8));
        };
    }
}
