package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.wire.MalformedFrameException;
import java.util.Optional;
import java.util.Set;

/** Write concerns must be well formed, stand on commands that write, and ask for no more members than the tier lets ask for. */
final class WriteConcernRule implements Rule {

    private static final Set<String> READING = Set.of(
            "find",
            "count",
            "distinct",
            "getMore",
            "listCollections",
            "listDatabases",
            "listIndexes",
            "collStats",
            "collstats",
            "dbStats",
            "dbstats",
            "explain");

    private static final Set<String> WRITING = Set.of("$out", "$merge");

    @Override
    public void check(Request request) throws MalformedFrameException {
        Optional<WriteConcern> concern = WriteConcern.of(request.message());
        if (concern.isEmpty()) {
            return;
        }
        if (isReading(request)) {
            throw Errors.invalidOptions("Command " + request.spec().name() + " does not support writeConcern");
        }
        if (concern.get().members() > 1 && !request.tenant().offers(TierFeature.WRITE_CONCERN_MEMBERS)) {
            throw Errors.notInThisTier("a write concern of more than one member");
        }
    }

    /** An aggregation writes if it has a stage that does. */
    private static boolean isReading(Request request) {
        String command = request.spec().name();
        return READING.contains(command)
                || (command.equals("aggregate")
                        && request.effects().stages().stream().noneMatch(WRITING::contains));
    }
}
