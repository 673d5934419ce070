package io.telamon.control.root;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Regions;
import io.telamon.control.module.ApiModule;
import java.util.List;
import java.util.Objects;

/** The operations of the root resource. */
public final class RootOperations implements ApiModule {

    private static final String BUILD =
            Objects.requireNonNullElse(RootOperations.class.getPackage().getImplementationVersion(), "unpackaged");

    private final Regions regions;

    /** The operations where there are these regions. */
    public RootOperations(Regions regions) {
        this.regions = regions;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getSystemStatus", this::status);
        api.serve("listControlPlaneIpAddresses", call -> ControlPlaneAddresses.of(regions, call.localAddress()));
    }

    private SystemStatus status(Call<NoContent> call) {
        return new SystemStatus(
                SystemStatus.Key.of(call.caller()), "MongoDB Atlas", BUILD, List.of(call.link("self", "")), false);
    }
}
