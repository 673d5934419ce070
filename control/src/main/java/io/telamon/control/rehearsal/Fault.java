package io.telamon.control.rehearsal;

import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a tester makes go wrong.
 *
 * @param operations ids of the operations that it hits
 * @param chance of each of them to be hit, above 0 and at most 1
 * @param organizationId whose callers and clusters it hits; all when it is absent
 * @param counted whether it ends after a number of hits, which the store counts
 */
record Fault(
        String id,
        Optional<OrganizationId> organizationId,
        Pattern operations,
        double chance,
        boolean counted,
        FaultDefinition definition) {

    static Fault of(String id, Optional<OrganizationId> organizationId, FaultDefinition definition) {
        return new Fault(
                id,
                organizationId,
                glob(Optional.ofNullable(definition.operation()).orElse("*")),
                Optional.ofNullable(definition.probability()).orElse(1.0),
                definition.count() != null,
                definition);
    }

    boolean hits(Optional<Caller> caller, String operation) {
        return concerns(caller.map(Caller::orgId))
                && definition.stuck() == null
                && operations.matcher(operation).matches();
    }

    /** Whether it may hit what belongs to an organization, or to none. */
    boolean concerns(Optional<OrganizationId> organization) {
        return organizationId.isEmpty() || organizationId.equals(organization);
    }

    boolean holds(ProjectId projectId, String clusterName, String stateName) {
        FaultDefinition.StuckCluster stuck = definition.stuck();
        return stuck != null
                && (stuck.groupId() == null || stuck.groupId().equals(projectId.value()))
                && glob(stuck.clusterName()).matcher(clusterName).matches()
                && (stuck.stateName() == null || stuck.stateName().name().equals(stateName));
    }

    /** A pattern in which {@code *} stands for anything. */
    static Pattern glob(String text) {
        return Pattern.compile("\\Q" + text.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }
}
