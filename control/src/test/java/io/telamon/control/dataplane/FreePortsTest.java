package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    private final FreePorts ports = new FreePorts(new PortRange(5000, 5999));
    private final List<Integer> tried = new ArrayList<>();

    @Test
    void triesNoPortThatIsTaken() {
        for (int port = 5000; port < 6000; port++) {
            assertThat(ports.take(this::opens)).hasValue(port);
        }
        tried.clear();

        assertThat(ports.take(this::opens)).isEmpty();

        assertThat(tried).isEmpty();
    }

    @Test
    void triesFewPortsOfOtherProcessesForOneListenerAndAllInTime() {
        assertThat(ports.take(this::fails)).isEmpty();
        tried.clear();

        for (int i = 0; i < 62; i++) {
            assertThat(ports.take(this::fails)).isEmpty();
        }

        assertThat(tried).hasSizeLessThan(1100).doesNotHaveDuplicates().hasSizeGreaterThan(900);
        assertThat(ports.take(this::opens)).isPresent();
    }

    @Test
    void givesNothingThatIsReserved() {
        ports.reserve(5000);
        ports.reserve(7000);
        assertThat(ports.take(this::opens)).hasValue(5001);

        ports.release(5000);
        ports.release(7000);
        assertThat(ports.take(this::opens)).hasValue(5000);
    }

    @Test
    void doesNotTakeAPortThatFailedAndIsReservedSince() {
        FreePorts one = new FreePorts(new PortRange(5000, 5000));
        assertThat(one.take(this::fails)).isEmpty();

        one.reserve(5000);

        assertThat(one.take(this::opens)).isEmpty();
    }

    private boolean opens(int port) {
        tried.add(port);
        return true;
    }

    private boolean fails(int port) {
        tried.add(port);
        return false;
    }
}
