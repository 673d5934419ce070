package io.telamon.control.network;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses the entries of a project let in. */
class StoredAccessListTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ipAddress, 0.0.0.0, 203.0.113.9, true",
        "cidrBlock, 0.0.0.0/0, 203.0.113.9, true",
        "cidrBlock, 0.0.0.0/32, 203.0.113.9, false",
        "cidrBlock, 192.83.187.67/16, 192.83.1.1, true",
        "cidrBlock, 192.83.187.67/16, 192.84.1.1, false",
        "ipAddress, 192.83.187.67, 192.83.187.67, true",
        "ipAddress, 192.83.187.67, 192.83.187.66, false"
    })
    void letsInTheRangeThatAnEntryMeans(String attribute, String text, String client, boolean expected) {
        Store store = TestStores.open(folder);
        try (TestControlPlane plane = TestControlPlane.start(store, ControlSettings.defaults())) {
            plane.owner().post("/groups/" + PROJECT + "/accessList", "[{'" + attribute + "':'" + text + "'}]");

            assertThat(allows(store, client)).isEqualTo(expected);
        }
    }

    @Test
    void letsNobodyInWithoutEntries() {
        Store store = TestStores.open(folder);
        try (TestControlPlane plane = TestControlPlane.start(store, ControlSettings.defaults())) {
            assertThat(plane.port()).isPositive();
            assertThat(allows(store, "203.0.113.9")).isFalse();
        }
    }

    private static boolean allows(Store store, String client) {
        return new StoredAccessList(store, Clock.systemUTC())
                .allows(new ProjectId(PROJECT), InetAddress.ofLiteral(client));
    }
}
