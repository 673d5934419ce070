package io.telamon.gateway.spi.directory;

import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;

/** The addresses from which a project's clusters may be reached. Implemented by the control plane. */
@FunctionalInterface
public interface AccessList {

    /**
     * Whether a client at that address may connect; called once a connection and again after a
     * {@link io.telamon.gateway.api.Change.AccessListChanged}.
     */
    boolean allows(ProjectId project, InetAddress address);
}
