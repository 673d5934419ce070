package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Tenant;
import io.telamon.gateway.spi.directory.TierFeature;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.wire.DocumentScan;
import io.telamon.gateway.wire.MalformedFrameException;

/** What commands carry must not run code nor reveal roles where the tier does not offer it, nor nest too deep. */
final class ContentRule implements Rule {

    /** Levels that a command itself may put around a user's document: the command, an array, its element. */
    private static final int WRAPPING = 3;

    @Override
    public void check(Request request) throws MalformedFrameException {
        if (!inserts(request)) {
            checkOperators(request.tenant(), request.scan());
        }
        checkDepth(request);
    }

    private static boolean inserts(Request request) {
        return request.spec().name().equals("insert");
    }

    private static void checkOperators(Tenant tenant, DocumentScan scan) {
        if (!tenant.offers(TierFeature.SERVER_SIDE_JAVASCRIPT)) {
            if (scan.where()) {
                throw Errors.atlas("$where not allowed in this atlas tier");
            }
            refuse(scan.function(), "$function");
            refuse(scan.accumulator(), "$accumulator");
        }
        refuse(scan.userRoles() && !tenant.offers(TierFeature.USER_ROLES), "$$USER_ROLES");
    }

    private static void refuse(boolean occurs, String what) {
        if (occurs) {
            throw Errors.notInThisTier(what);
        }
    }

    private static void checkDepth(Request request) throws MalformedFrameException {
        DocumentScan scan = request.scan();
        if (Math.max(scan.bodyDepth(), scan.documentDepth()) > DocumentScan.DEEPEST) {
            throw Errors.nestedTooDeep();
        }
        long most = request.limits().of(TierLimit.NESTED_DEPTH);
        boolean tooDeep = inserts(request)
                ? scan.documentDepth() > most || insertedDeeper(request, most)
                : scan.documentDepth() - 1 > most || scan.bodyDepth() - WRAPPING > most;
        if (tooDeep) {
            throw Errors.atlas("document exceeds maximum nested object depth: " + most);
        }
    }

    private static boolean insertedDeeper(Request request, long most) throws MalformedFrameException {
        if (request.scan().bodyDepth() <= most) {
            return false;
        }
        for (Bytes document : Documents.of(request.message(), "documents")) {
            if (DocumentScan.depthOf(document) > most) {
                return true;
            }
        }
        return false;
    }
}
