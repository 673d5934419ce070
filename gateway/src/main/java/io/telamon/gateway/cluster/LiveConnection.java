package io.telamon.gateway.cluster;

import io.telamon.gateway.api.Admission;
import java.net.InetAddress;
import java.util.Optional;

/** A connection as those see it who must reach it from outside of its thread. All methods may be called from any thread. */
public interface LiveConnection {

    /** Where the client is. */
    InetAddress address();

    /** By which kind of listener it came. */
    Admission admission();

    /** Whether the client has sent a whole message. */
    boolean hasSpoken();

    /** Looks its user up again and takes over what changed; false if the user may not stay. */
    boolean userMayStay();

    /** What it has the engine do, once it has begun to speak. */
    Optional<ActiveOperation> operation();

    /** Ends it so that another connection can have its place, which it leaves at once. */
    void giveWay();

    /** Ends it, whatever it is doing. */
    void end();
}
