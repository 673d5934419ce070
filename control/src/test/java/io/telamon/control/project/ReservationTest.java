package io.telamon.control.project;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestClient;
import io.telamon.control.TestControlPlane;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What adds to a project while another transaction counts what is there. */
class ReservationTest {

    @TempDir
    private Path folder;

    @Test
    void letsWhateverALimitBoundsWaitUntilTheTransactionEnds() throws Exception {
        Store store = TestStores.open(folder);
        try (TestControlPlane plane = TestControlPlane.start(store, ControlSettings.defaults())) {
            // Given
            TestClient owner = plane.owner();

            // When
            CompletableFuture<Integer> added = store.write(transaction -> {
                ProjectTable.lockExclusive(transaction, new ProjectId(PROJECT));
                CompletableFuture<Integer> adding = CompletableFuture.supplyAsync(
                        () -> owner.post("/groups/" + PROJECT + "/accessList", "[{'ipAddress':'192.0.2.1'}]")
                                .status());
                assertThatThrownBy(() -> adding.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return adding;
            });

            // Then
            assertThat(added.get(10, TimeUnit.SECONDS)).isEqualTo(201);
        }
    }
}
