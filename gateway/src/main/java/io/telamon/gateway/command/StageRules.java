package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import java.util.Set;

/** The aggregation stages that touch no other namespace than the one they stand on; others are refused. */
final class StageRules {

    private static final Set<String> KNOWN = Set.of(
            "$addFields",
            "$bucket",
            "$bucketAuto",
            "$changeStream",
            "$changeStreamSplitLargeEvent",
            "$collStats",
            "$count",
            "$currentOp",
            "$densify",
            "$documents",
            "$fill",
            "$geoNear",
            "$group",
            "$indexStats",
            "$limit",
            "$listLocalSessions",
            "$listSearchIndexes",
            "$listSessions",
            "$match",
            "$planCacheStats",
            "$project",
            "$redact",
            "$replaceRoot",
            "$replaceWith",
            "$sample",
            "$search",
            "$searchMeta",
            "$set",
            "$setWindowFields",
            "$skip",
            "$sort",
            "$sortByCount",
            "$unset",
            "$unwind",
            "$vectorSearch");

    private StageRules() {}

    static void check(String name) {
        if (!KNOWN.contains(name)) {
            throw Errors.unknownStage(name);
        }
    }
}
