package io.telamon.control.project;

import io.telamon.control.api.Json;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.Map;

/**
 * What the operations of projects work with.
 *
 * @param usage who counts what a limit bounds; limits without one are never used up
 */
public record ProjectContext(
        Store store,
        Projects projects,
        ClusterCensus clusters,
        ProjectMembership membership,
        Map<Limit, LimitUsage> usage,
        EventLog events,
        ObjectIdGenerator ids,
        Clock clock,
        Json json) {}
