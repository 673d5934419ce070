package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BackgroundFailuresTest {

    private final List<LogRecord> records = new ArrayList<>();
    private final Logger logger = Logger.getLogger("io.telamon.example");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {
            // Entries are kept as they come.
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void leavesFailuresOfTheDatabaseToTheStore() {
        log(StoreException.unchanged(StoreFailure.FULL, ""));

        assertThat(records).isEmpty();
    }

    @Test
    void warnsOfAllOthersWithTheirStackTrace() {
        log(new IllegalStateException("a fault"));

        assertThat(records).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
            assertThat(entry.getMessage()).isEqualTo("nothing was tidied");
            assertThat(entry.getThrown()).hasMessage("a fault");
        });
    }

    private void log(RuntimeException failure) {
        BackgroundFailures.log(LoggerFactory.getLogger(logger.getName()), "nothing was tidied", failure);
    }
}
