package io.telamon.gateway.spi.directory;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The host names of {@code mongodb+srv} connection strings and what they stand for. Implemented by the control plane. */
@FunctionalInterface
public interface ServiceNames {

    /**
     * What a host name stands for, or nothing if it is not known.
     *
     * @param host in lower case, without a trailing dot
     */
    Optional<Service> byName(String host);

    /**
     * A cluster under one name.
     *
     * @param host the host that clients connect to; shares the parent domain of the name, and may be the name itself
     * @param port the port there
     * @param addresses where the host is; empty when that is not known now
     * @param options what the name adds to the connection string, such as {@code authSource=admin&replicaSet=rs0}
     */
    record Service(String host, int port, List<InetAddress> addresses, String options) {

        /** Keeps a copy of the list. */
        public Service {
            addresses = List.copyOf(addresses);
        }
    }
}
