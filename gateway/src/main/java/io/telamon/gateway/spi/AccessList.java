package io.telamon.gateway.spi;

import java.net.InetAddress;

/** The addresses from which a project's clusters may be reached. Implemented by the control plane. */
@FunctionalInterface
public interface AccessList {

    /** Whether a client at that address may connect; called once a connection and again after a {@link Change.AccessListChanged}. */
    boolean allows(ProjectId project, InetAddress address);
}
