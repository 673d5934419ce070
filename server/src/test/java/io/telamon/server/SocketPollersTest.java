package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketPollersTest {

    private final Properties properties = new Properties();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "7, 1", "8, 2", "12, 2", "16, 4", "64, 16"})
    void areOneForFourCores(int cores, String pollers) {
        SocketPollers.choose(properties, cores);

        assertThat(properties).containsEntry("jdk.readPollers", pollers);
    }

    @Test
    void areWhatTheUserSays() {
        properties.setProperty("jdk.readPollers", "8");

        SocketPollers.choose(properties, 2);

        assertThat(properties).containsEntry("jdk.readPollers", "8");
    }
}
