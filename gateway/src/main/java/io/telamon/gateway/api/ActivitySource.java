package io.telamon.gateway.api;

import io.telamon.gateway.model.ClusterId;
import java.util.function.BiConsumer;

/** What has happened at the gateway and was not taken yet. Implemented by the gateway. */
@FunctionalInterface
public interface ActivitySource {

    /** Of a gateway at which nothing happens. */
    ActivitySource NONE = receiver -> {};

    /**
     * Hands over what has happened since the last time, each cluster's in order, and forgets it. What is not taken is bounded: of more
     * than 1024 by cluster the newest are lost.
     */
    void drain(BiConsumer<ClusterId, Activity> receiver);
}
