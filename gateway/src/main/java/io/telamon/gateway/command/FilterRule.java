package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What some tiers let filters of change streams ask of names: strings and regular expressions. */
final class FilterRule implements Rule {

    private static final NameFilter CHANGES = new NameFilter("ns.db", NameFilter::isStringOrPattern);

    @Override
    public void check(Request request) {
        if (request.tenant().offers(TierFeature.NAMESPACE_FILTERS)) {
            return;
        }
        List<String> stages = request.effects().stages();
        if (!stages.isEmpty() && stages.getFirst().equals("$changeStream")) {
            checkChanges(request);
        }
    }

    private static void checkChanges(Request request) {
        if (request.message().body().get("pipeline") instanceof BsonArray pipeline) {
            pipeline.forEach(FilterRule::checkStage);
        }
    }

    private static void checkStage(BsonValue stage) {
        if (stage instanceof BsonDocument document
                && document.get("$match") instanceof BsonDocument filter
                && !CHANGES.allows(filter)) {
            throw Errors.notInThisTier("a condition on ns.db other than a string or a regular expression");
        }
    }
}
