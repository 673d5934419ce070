package io.telamon.control.cluster;

/**
 * How drivers reach a cluster.
 *
 * @param standard names the hosts
 * @param standardSrv names the DNS record that names the hosts
 */
public record ConnectionStrings(String standard, String standardSrv) {}
