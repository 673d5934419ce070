package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which stages the tiers offer, and how many of them. */
final class AggregationRule implements Rule {

    private static final Set<String> REFUSED =
            Set.of("$currentOp", "$listLocalSessions", "$listSessions", "$planCacheStats");
    private static final String SEARCH_INDEXES = "$listSearchIndexes";
    private static final Map<String, TierFeature> FEATURES = Map.of(
            "$changeStream", TierFeature.CHANGE_STREAMS,
            "$changeStreamSplitLargeEvent", TierFeature.CHANGE_STREAMS,
            "$out", TierFeature.OUT,
            "$search", TierFeature.SEARCH,
            "$searchMeta", TierFeature.SEARCH,
            "$vectorSearch", TierFeature.SEARCH);

    @Override
    public void check(Request request) {
        List<String> stages = request.effects().stages();
        for (String stage : stages) {
            if (stage.equals(SEARCH_INDEXES)) {
                throw Errors.searchNotEnabled();
            }
            if (REFUSED.contains(stage) || !offers(request.tenant(), stage)) {
                throw Errors.notInThisTier(stage);
            }
        }
        long most = request.limits().of(TierLimit.PIPELINE_STAGES);
        if (stages.size() > most) {
            throw Errors.atlas("Pipeline length greater than " + most + " not supported");
        }
    }

    private static boolean offers(Tenant tenant, String stage) {
        TierFeature feature = FEATURES.get(stage);
        return feature == null || tenant.offers(feature);
    }
}
