package io.telamon.control.project;

import java.util.List;

/**
 * The addresses of a project's clusters. Clusters here have those of this machine, which nobody opens firewalls for, so
 * none are listed.
 */
record IpAddresses(String groupId, Services services) {

    /** The addresses by the service that they belong to. */
    record Services(List<Nothing> clusters) {}

    /** A cluster's addresses; there are none. */
    record Nothing() {}
}
