package io.telamon.control.rehearsal;

import io.telamon.control.task.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** How fast resources move through their states. */
public enum Pace {
    /** As recorded of the service. */
    CLOUD,
    /** Each state can be seen by a client that asks at once, and is over in about a second. */
    QUICK,
    /** No state is in between. */
    INSTANT,
    /** States last until somebody lets them go. */
    MANUAL;

    /** The steps that take time. */
    public enum Step {
        CREATE(4000, 8000, 1000),
        CREATE_FREE(3000, 5000, 1000),
        CREATE_DEDICATED(450_000, 480_000, 1500),
        CREATE_SHARDED(750_000, 780_000, 1500),
        UPDATE(3000, 5000, 700),
        UPDATE_TAGS(10_000, 20_000, 700),
        UPDATE_DEDICATED(150_000, 270_000, 1000),
        DELETE(30_000, 30_000, 1000),
        DELETE_FREE(20_000, 30_000, 1000),
        DELETE_DEDICATED(120_000, 240_000, 1500),
        RESERVE_ENDPOINT(8000, 12_000, 700),
        CONNECT_ENDPOINT(20_000, 30_000, 1000),
        DELETE_ENDPOINT(15_000, 20_000, 700),
        CREATE_ENDPOINT_SERVICE(60_000, 80_000, 1000),
        CREATE_ENDPOINT_SERVICE_ON_GCP(280_000, 320_000, 1000),
        DELETE_ENDPOINT_SERVICE(30_000, 60_000, 700),
        CREATE_PEER(10_000, 20_000, 700),
        ACCEPT_PEER(20_000, 30_000, 700),
        DELETE_PEER(15_000, 30_000, 700),
        LOAD_SAMPLE_DATA(30_000, 60_000, 500),
        BEGIN_SEARCH_INDEX(5000, 10_000, 500),
        BUILD_SEARCH_INDEX(10_000, 20_000, 700),
        DELETE_SEARCH_INDEX(5000, 10_000, 500);

        private final int cloudFrom;
        private final int cloudTo;
        private final int quick;

        /** Milliseconds: the least and the most that the service takes, and what a tester waits. */
        Step(int cloudFrom, int cloudTo, int quick) {
            this.cloudFrom = cloudFrom;
            this.cloudTo = cloudTo;
            this.quick = quick;
        }
    }

    /** Reads a pace by its name in any case. */
    public static Pace named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** When a step that begins {@code now} is over. */
    public Due due(Step step, Instant now) {
        return switch (this) {
            case CLOUD -> {
                int millis = ThreadLocalRandom.current().nextInt(step.cloudFrom, step.cloudTo + 1);
                yield new Due.At(now.plus(Duration.ofMillis(millis)));
            }
            case QUICK -> new Due.At(now.plus(Duration.ofMillis(step.quick)));
            case INSTANT -> new Due.AtOnce();
            case MANUAL -> new Due.WhenReleased();
        };
    }
}
