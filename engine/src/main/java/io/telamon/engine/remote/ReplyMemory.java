package io.telamon.engine.remote;

import org.jspecify.annotations.Nullable;

/** One cluster's share of the memory for large replies, which it has of the first deployment that it uses. Safe for all threads. */
final class ReplyMemory {

    private volatile @Nullable Budget share;

    /** The share, of the budget of that deployment if there is none yet. */
    Budget of(Deployment deployment) {
        Budget known = share;
        return known != null ? known : first(deployment);
    }

    private synchronized Budget first(Deployment deployment) {
        Budget known = share;
        if (known == null) {
            known = deployment.replyMemory().share();
            share = known;
        }
        return known;
    }
}
