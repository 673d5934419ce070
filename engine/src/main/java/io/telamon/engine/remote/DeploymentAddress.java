package io.telamon.engine.remote;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a deployment is and who Telamon is there.
 *
 * @param hosts its members, at least one
 * @param login with which to authenticate, if it asks for that
 * @param tls whether it speaks TLS, with a certificate that this Java trusts
 * @param timeout for a connection to be made, and for one to be free
 * @param connections how many there may be at once, at least one
 */
public record DeploymentAddress(
        List<HostAndPort> hosts, Optional<Login> login, boolean tls, Duration timeout, int connections) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** As many as one cluster may have; {@code maxPoolSize} of the connection string says otherwise. */
    private static final int CONNECTIONS = 500;

    /**
     * A user of the deployment.
     *
     * @param mechanism by which to authenticate, or nothing for the best that the deployment has for the user
     */
    public record Login(String database, String user, String password, Optional<String> mechanism) {

        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** Keeps a copy. */
    public DeploymentAddress {
        hosts = List.copyOf(hosts);
    }

    /** A member that listens on a Unix socket and asks for no password. */
    public static DeploymentAddress at(Path socket) {
        return new DeploymentAddress(List.of(HostAndPort.at(socket)), Optional.empty(), false, TIMEOUT, CONNECTIONS);
    }

    /**
     * That of a connection string.
     *
     * @throws IllegalArgumentException if it is none, or asks for another way to authenticate than SCRAM
     */
    public static DeploymentAddress of(String uri) {
        ConnectionString string = new ConnectionString(uri);
        return new DeploymentAddress(
                string.getHosts().stream().map(HostAndPort::of).toList(),
                Optional.ofNullable(string.getCredential()).map(DeploymentAddress::login),
                Boolean.TRUE.equals(string.getSslEnabled()),
                Optional.ofNullable(string.getConnectTimeout())
                        .map(Duration::ofMillis)
                        .orElse(TIMEOUT),
                Optional.ofNullable(string.getMaxConnectionPoolSize())
                        .filter(size -> size > 0)
                        .orElse(CONNECTIONS));
    }

    private static Login login(MongoCredential credential) {
        String mechanism = credential.getMechanism();
        char[] password = credential.getPassword();
        if ((mechanism != null && !mechanism.startsWith("SCRAM-")) || password == null) {
            throw new IllegalArgumentException("only SCRAM can be used to authenticate, not " + mechanism);
        }
        return new Login(
                credential.getSource(),
                String.valueOf(credential.getUserName()),
                new String(password),
                Optional.ofNullable(mechanism));
    }

    /** Its members, in the order of their names. */
    String members() {
        return hosts.stream().map(HostAndPort::toString).sorted().collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return "the deployment at " + hosts;
    }
}
