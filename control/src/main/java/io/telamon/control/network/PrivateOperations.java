package io.telamon.control.network;

import io.telamon.control.api.Nothing;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Surface;
import io.telamon.control.api.Text;

/** The bare paths that the clients of the API use beside it. */
public final class PrivateOperations {

    /** The major version that new clusters get. */
    private static final String MAJOR_VERSION = "8.0";

    private PrivateOperations() {}

    /** What a client is told of its own address. */
    private record AddressView(String currentIpv4Address) {}

    /** Declares them. */
    public static void declare(Operations api) {
        api.operation("getIpInfo", Surface.PRIVATE)
                .get("/private/ipinfo")
                .authenticated()
                .answers(200, call -> new AddressView(call.remoteAddress().getHostAddress()));
        api.operation("getDefaultMajorVersion", Surface.PRIVATE)
                .get("/private/unauth/nds/defaultMongoDBMajorVersion")
                .open()
                .answers(200, call -> new Text("text/plain;charset=iso-8859-1", MAJOR_VERSION));
        api.operation("takeTelemetry", Surface.PRIVATE)
                .post("/private/v1.0/telemetry/events")
                .authenticated()
                .answers(204, call -> Nothing.DONE);
        api.operation("takeTelemetryUnauthenticated", Surface.PRIVATE)
                .post("/private/unauth/telemetry/events")
                .open()
                .answers(204, call -> Nothing.DONE);
    }
}
