package io.telamon.bench;

import java.util.SplittableRandom;

/** Gets one of the clusters, each as likely as the others. */
final class Get implements Operation {

    private final Template request;
    private final long clusters;
    private final SplittableRandom random = new SplittableRandom();

    Get(Target target, long clusters) {
        this.request = Template.get(target);
        this.clusters = clusters;
    }

    @Override
    public byte[] begin() {
        return request.about(random.nextLong(clusters));
    }
}
