package io.telamon.control.network;

import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Text;
import io.telamon.control.module.ApiModule;

/** The bare paths that the clients of the API use beside it. */
public final class PrivateOperations implements ApiModule {

    /** The major version that new clusters get. */
    private static final String MAJOR_VERSION = "8.0";

    /** What a client is told of its own address. */
    private record AddressView(String currentIpv4Address) {}

    @Override
    public void bind(Operations api) {
        api.serve("getIpInfo", call -> new AddressView(call.remoteAddress().getHostAddress()));
        api.serve("getDefaultMajorVersion", call -> new Text("text/plain;charset=iso-8859-1", MAJOR_VERSION));
        api.serve("takeTelemetry", call -> NoContent.DONE);
        api.serve("takeTelemetryUnauthenticated", call -> NoContent.DONE);
    }
}
