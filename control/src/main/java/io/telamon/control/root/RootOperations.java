package io.telamon.control.root;

import io.telamon.control.api.Call;
import io.telamon.control.api.Nothing;
import io.telamon.control.api.Operations;
import io.telamon.control.api.RateSet;
import java.util.List;
import java.util.Objects;

/** The operations of the root resource. */
public final class RootOperations {

    private static final String BUILD =
            Objects.requireNonNullElse(RootOperations.class.getPackage().getImplementationVersion(), "unpackaged");

    /** Declares the operations. */
    public void declare(Operations api) {
        api.operation("getSystemStatus")
                .get("/")
                .version("2023-01-01")
                .authenticated()
                .limited(RateSet.ROOT)
                .answers(200, this::status);
        api.operation("listControlPlaneIpAddresses")
                .get("/unauth/controlPlaneIPAddresses")
                .version("2023-11-15")
                .open()
                .limited(RateSet.ROOT_UNAUTHENTICATED)
                .answers(200, call -> ControlPlaneAddresses.NONE);
    }

    private SystemStatus status(Call<Nothing> call) {
        return new SystemStatus(
                SystemStatus.Key.of(call.caller()), "MongoDB Atlas", BUILD, List.of(call.link("self", "")), false);
    }
}
