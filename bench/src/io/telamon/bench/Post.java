package io.telamon.bench;

import java.util.concurrent.atomic.AtomicLong;

/** Creates a cluster with a name that no other has. */
final class Post implements Operation {

    private final Template request;
    private final AtomicLong clusters;

    Post(Target target, AtomicLong clusters) {
        this.request = Template.post(target);
        this.clusters = clusters;
    }

    @Override
    public byte[] begin() {
        return request.about(clusters.getAndIncrement());
    }

    @Override
    public boolean isDone(Answer answer) {
        return answer.status() == 201;
    }
}
