package io.telamon.control.root;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import java.util.List;
import java.util.Objects;

/** The operations of the root resource. */
public final class RootOperations {

    private static final String BUILD =
            Objects.requireNonNullElse(RootOperations.class.getPackage().getImplementationVersion(), "unpackaged");

    /** Declares the operations. */
    public void declare(Operations api) {
        api.serve("getSystemStatus", this::status);
        api.serve("listControlPlaneIpAddresses", call -> ControlPlaneAddresses.NONE);
    }

    private SystemStatus status(Call<NoContent> call) {
        return new SystemStatus(
                SystemStatus.Key.of(call.caller()), "MongoDB Atlas", BUILD, List.of(call.link("self", "")), false);
    }
}
