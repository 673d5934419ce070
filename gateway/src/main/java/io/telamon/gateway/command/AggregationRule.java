package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.ClusterKind;
import io.telamon.gateway.spi.directory.TierLimit;
import java.util.List;
import java.util.Set;

/** Which stages the tiers offer, and how many of them. */
final class AggregationRule implements Rule {

    private static final Set<String> REFUSED =
            Set.of("$currentOp", "$listLocalSessions", "$listSearchIndexes", "$listSessions", "$planCacheStats");
    private static final Set<String> REFUSED_ON_SERVERLESS =
            Set.of("$changeStream", "$changeStreamSplitLargeEvent", "$out", "$search", "$searchMeta", "$vectorSearch");

    @Override
    public void check(Request request) {
        List<String> stages = request.effects().stages();
        boolean serverless = request.tenant().kind() == ClusterKind.SERVERLESS;
        for (String stage : stages) {
            if (REFUSED.contains(stage) || (serverless && REFUSED_ON_SERVERLESS.contains(stage))) {
                throw Errors.notInThisTier(stage);
            }
        }
        long most = request.limits().of(TierLimit.PIPELINE_STAGES);
        if (stages.size() > most) {
            throw Errors.atlas("Pipeline length greater than " + most + " not supported");
        }
    }
}
