package io.telamon.control.cluster;

import java.util.List;

/** Says how drivers connect to clusters. */
public interface ConnectionStringSource {

    /** The connection strings of a cluster, which stay the same while the server runs. */
    ConnectionStrings connectionStrings(Cluster cluster);

    /** The members of a cluster in the order in which its connection string names them, the primary first. */
    List<MemberAddress> members(Cluster cluster);

    /** The connection string of a serverless instance through one of its private endpoints. */
    String privateConnectionString(Cluster cluster, PrivateEndpointPort privatePort);
}
