package io.telamon.control.monitoring.advisor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Indexes that would help, and the shapes of the queries that they would help.
 *
 * @param shapes the slowest together first
 * @param suggestedIndexes the heaviest first
 */
record Advice(List<ShapeView> shapes, List<IndexView> suggestedIndexes) {

    /**
     * Slow queries that look alike.
     *
     * @param avgMs how long one took on average
     * @param id 24 hexadecimal digits
     * @param inefficiencyScore documents read for each that was returned, if both are known
     * @param operations examples
     */
    record ShapeView(
            long avgMs,
            long count,
            String id,
            @Nullable Long inefficiencyScore,
            String namespace,
            List<OperationView> operations) {}

    /**
     * An example.
     *
     * @param predicates what it looked for; without the values for callers who may not read data
     */
    record OperationView(List<JsonNode> predicates, StatsView stats) {}

    /**
     * What is known of an example.
     *
     * @param ms how long it took
     * @param nReturned documents of the reply, if known
     * @param nScanned documents read: as many as the collection has, as no index serves it; if known
     * @param ts when, in seconds since 1970
     */
    record StatsView(
            long ms, @Nullable Long nReturned, @Nullable Long nScanned, long ts) {}

    /**
     * An index to make.
     *
     * @param avgObjSize bytes of a document of the collection on average
     * @param id 24 hexadecimal digits
     * @param impact the ids of the shapes that it serves
     * @param index its keys in order, each in a map of its own
     * @param weight the share of the time of all slow queries that those took which it serves, in percent
     */
    record IndexView(
            double avgObjSize,
            String id,
            List<String> impact,
            List<Map<String, Integer>> index,
            String namespace,
            double weight) {}
}
