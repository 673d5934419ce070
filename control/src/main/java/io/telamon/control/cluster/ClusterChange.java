package io.telamon.control.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What a client changes of a cluster; what is not there stays as it is.
 *
 * @param tags all tags that the cluster is to have
 */
public record ClusterChange(
        Optional<Boolean> terminationProtection, Optional<Boolean> continuousBackup, Optional<List<Tag>> tags) {}
