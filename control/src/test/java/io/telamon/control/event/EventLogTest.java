package io.telamon.control.event;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telamon.control.api.Json;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    @Test
    void refusesATypeThatTheApiDoesNotHave(@TempDir Path folder) {
        try (Store store = TestStores.open(folder)) {
            EventLog events = new EventLog(new ObjectIdGenerator(Clock.systemUTC()), Clock.systemUTC(), new Json());
            Event event =
                    Event.bySystem(new ProjectId("project"), new OrganizationId("organization"), "CLUSTER_PAINTED");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.write(transaction -> {
                        events.append(transaction, event);
                        return event;
                    }))
                    .withMessageContaining("CLUSTER_PAINTED");
        }
    }
}
