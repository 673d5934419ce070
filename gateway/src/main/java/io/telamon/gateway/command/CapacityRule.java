package io.telamon.gateway.command;

import io.telamon.gateway.cluster.Storage;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierLimit;
import io.telamon.gateway.spi.directory.TierLimits;
import io.telamon.gateway.spi.engine.EngineUnavailableException;

/** A cluster must not outgrow its storage. */
final class CapacityRule implements Rule {

    private static final long MEGABYTE = 1 << 20;

    @Override
    public void check(Request request) throws EngineUnavailableException {
        for (RequiredPrivilege touch : request.effects().touches()) {
            if (touch.grows()) {
                checkBytes(request.session().cluster().storage(), request.limits());
                return;
            }
        }
    }

    private static void checkBytes(Storage storage, TierLimits limits) throws EngineUnavailableException {
        long most = limits.of(TierLimit.STORAGE_BYTES);
        long used = limits.has(TierLimit.STORAGE_BYTES) ? storage.bytes() : 0;
        if (used >= most) {
            throw Errors.outOfSpace(Math.ceilDiv(used, MEGABYTE), Math.ceilDiv(most, MEGABYTE));
        }
    }
}
