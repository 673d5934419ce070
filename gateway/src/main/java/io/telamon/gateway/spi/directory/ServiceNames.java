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
     * A cluster, or a member of one, under one name.
     *
     * @param targets where clients connect to
     * @param addresses where the hosts are, and the name itself; empty when that is not known now
     * @param options what the name adds to the connection string, such as {@code authSource=admin&replicaSet=rs0}
     */
    record Service(List<Target> targets, List<InetAddress> addresses, String options) {

        /** Keeps copies of the lists. */
        public Service {
            targets = List.copyOf(targets);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Where clients connect to.
     *
     * @param host shares the parent domain of the service's name, and may be that name itself
     * @param port 1 to 65535
     */
    record Target(String host, int port) {}
}
