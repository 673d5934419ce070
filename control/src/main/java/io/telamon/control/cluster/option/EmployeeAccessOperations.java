package io.telamon.control.cluster.option;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Violation;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterAmendment.Amended;
import io.telamon.control.cluster.ClusterCommands;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.Expiring;
import io.telamon.control.cluster.Expiring.EmployeeGrant;
import io.telamon.control.cluster.dedicated.ClusterDispatch;
import io.telamon.control.module.ApiModule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The operations that let employees of MongoDB see something of a cluster for a time. Nobody here uses what is granted. */
public final class EmployeeAccessOperations implements ApiModule {

    private final ClusterDispatch dispatch;
    private final ClusterCommands commands;

    /** The operations over the clusters. */
    public EmployeeAccessOperations(ClusterModule clusters) {
        this.dispatch = new ClusterDispatch(clusters.queries());
        this.commands = clusters.commands();
    }

    @Override
    public void bind(Operations api) {
        api.serve("grantGroupClusterMongoDbEmployeeAccess", GrantRequest.class, this::grant);
        api.serve("revokeGroupClusterMongoDbEmployeeAccess", this::revoke);
    }

    /** What a client grants. */
    @Valid
    record GrantRequest(
            @NotNull Instant expirationTime, @NotNull Expiring.GrantType grantType) {}

    private NoContent grant(Call<GrantRequest> call) {
        EmployeeGrant grant =
                new EmployeeGrant(call.body().expirationTime(), call.body().grantType());
        commands.amend(call, dispatch.getDedicated(call).key(), (before, now) -> {
            if (!grant.expirationTime().isAfter(now)) {
                throw ErrorCode.INVALID_ATTRIBUTE.because(
                        List.of(new Violation("expirationTime", "must be in the future")), "expirationTime");
            }
            return Optional.of(new Amended(of(before).withGrant(grant), "EMPLOYEE_ACCESS_GRANTED"));
        });
        return NoContent.DONE;
    }

    private NoContent revoke(Call<NoContent> call) {
        commands.amend(
                call,
                dispatch.getDedicated(call).key(),
                (before, now) -> Optional.ofNullable(of(before).employeeGrant())
                        .map(was -> new Amended(of(before).withGrant(null), "EMPLOYEE_ACCESS_REVOKED")));
        return NoContent.DONE;
    }

    private static Expiring of(Cluster cluster) {
        return Objects.requireNonNull(cluster.spec().settings()).expiring();
    }
}
