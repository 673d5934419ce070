package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectOptionsTest {

    @Test
    void readsBothFormsOfAnOption() {
        assertThat(DirectOptions.read("serve", "--port", "0", "--pace=instant"))
                .contains(Map.of("--port", "0", "--pace", "instant"));
        assertThat(DirectOptions.read("serve")).contains(Map.of());
    }

    @Test
    void takesAFlagWithoutAValue() {
        assertThat(DirectOptions.read("serve", "--quiet", "--log-requests=false", "--port", "1"))
                .contains(Map.of("--quiet", "true", "--log-requests", "false", "--port", "1"));
        assertThat(DirectOptions.read("serve", "--quiet")).contains(Map.of("--quiet", "true"));
    }

    @Test
    void leavesWhatIsNotPlainToPicocli() {
        assertThat(DirectOptions.read()).isEmpty();
        assertThat(DirectOptions.read("version")).isEmpty();
        assertThat(DirectOptions.read("serve", "--help")).isEmpty();
        assertThat(DirectOptions.read("serve", "--port")).isEmpty();
        assertThat(DirectOptions.read("serve", "--prot", "1")).isEmpty();
        assertThat(DirectOptions.read("serve", "--port", "1", "--port", "2")).isEmpty();
        assertThat(DirectOptions.read("serve", "--port", "--pace")).isEmpty();
        assertThat(DirectOptions.read("serve", "--master-key", "secret")).isEmpty();
        assertThat(DirectOptions.read("serve", "stray")).isEmpty();
    }
}
