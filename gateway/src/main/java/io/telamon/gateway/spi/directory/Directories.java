package io.telamon.gateway.spi.directory;

/**
 * What the gateway asks the control plane.
 *
 * @param clusters the clusters that drivers may connect to
 * @param users the database users and custom roles of projects
 * @param accessLists the addresses that projects let in
 */
public record Directories(ClusterDirectory clusters, DatabaseUsers users, AccessList accessLists) {}
