package io.telamon.control.cluster;

/**
 * Where clusters are reached and who serves them: the door to the data plane. Every method may be called again after a
 * crash and must then find that nothing is left to do.
 */
public interface Hosting {

    /** The connection strings of a cluster, the same whenever they are asked for. */
    ConnectionStrings connectionStrings(Cluster cluster);

    /** The connection string of a serverless instance through its private endpoints. */
    String privateConnectionString(Cluster cluster);

    /** Makes the cluster ready for clients. */
    void provision(Cluster cluster);

    /** Ends the cluster's connections and discards its data. */
    void discard(Cluster cluster);
}
