package io.telamon.bench;

import java.io.IOException;

/** Waits until the cluster that was created last is no longer being created, so that all work it caused is accounted for. */
record Settling(Target target, long clusters) {

    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    void await() throws IOException, InterruptedException {
        byte[] request = Template.get(target).about(clusters - 1);
        try (Connection connection = new Connection(target.server())) {
            for (int i = 0; i < TRIES && connection.exchange(request).body().contains("\"CREATING\""); i++) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
