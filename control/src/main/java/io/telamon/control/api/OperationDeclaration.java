package io.telamon.control.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation is, as the catalogue declares it: where it is, in which versions, who may call it and what it
 * answers with. What it does, a handler says.
 *
 * @param id the operation id of the API
 * @param versions oldest first; empty where the API has no versions
 * @param endpointSet the operations with which it shares its token bucket
 * @param query the query parameters it takes, by name
 * @param endsWithServerless whether it announces the end of serverless instances, stage by stage, and not its own
 */
public record OperationDeclaration(
        String id,
        ApiBase surface,
        Method method,
        PathTemplate path,
        List<OfferedVersion> versions,
        Requirement requirement,
        Optional<EndpointSet> endpointSet,
        Response response,
        Map<String, QueryParameter> query,
        boolean endsWithServerless) {

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException naming the part that does not
     */
    public OperationDeclaration {
        versions = List.copyOf(versions);
        query = Map.copyOf(query);
        if (surface.versioned() && versions.isEmpty()) {
            throw new IllegalArgumentException("has no version");
        }
        switch (requirement) {
            case Requirement.InProject inProject -> requireParameter(path, "groupId", "its role");
            case Requirement.InOrganization inOrganization -> requireParameter(path, "orgId", "its role");
            case Requirement.Nothing nothing -> {}
            case Requirement.Authentication authentication -> {}
            case Requirement.OwnOrganization ownOrganization -> {}
            case Requirement.FirstOrganization firstOrganization -> {}
        }
        endpointSet.ifPresent(set -> {
            switch (set.scope()) {
                case GROUP -> requireParameter(path, "groupId", "its endpoint set");
                case ORGANIZATION -> requireParameter(path, "orgId", "its endpoint set");
                case USER -> {
                    if (requirement instanceof Requirement.Nothing) {
                        throw new IllegalArgumentException("counts requests by user and needs none");
                    }
                }
                case IP, CLIENT -> {}
            }
        });
    }

    /** Method and whole path, as a person writes them. */
    public String fullName() {
        return method + " " + surface.base() + path.text();
    }

    private static void requireParameter(PathTemplate path, String name, String part) {
        if (!path.names().contains(name)) {
            throw new IllegalArgumentException("has no {" + name + "} in its path, which " + part + " refers to");
        }
    }
}
