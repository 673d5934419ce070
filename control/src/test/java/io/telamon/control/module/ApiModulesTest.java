package io.telamon.control.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.telamon.control.api.Operations;
import io.telamon.control.limit.Limit;
import io.telamon.control.limit.LimitUsage;
import io.telamon.control.task.TaskHandler;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiModulesTest {

    private static final TaskHandler HANDLER = subject -> Optional.empty();

    private record Module(Map<String, TaskHandler> taskHandlers, Map<Limit, LimitUsage> limitUsage)
            implements ApiModule {

        @Override
        public void bind(Operations operations) {}
    }

    private final ApiModules modules = new ApiModules();

    @Test
    void haveTheTaskHandlersOfAllModules() {
        modules.add(new Module(Map.of("a", HANDLER), Map.of()));
        modules.add(new Module(Map.of("b", HANDLER), Map.of()));

        assertThat(modules.taskHandlers()).containsOnlyKeys("a", "b");
    }

    @Test
    void refuseTwoHandlersOfOneKindOfTask() {
        modules.add(new Module(Map.of("a", HANDLER), Map.of()));
        modules.add(new Module(Map.of("a", HANDLER), Map.of()));

        assertThatIllegalStateException().isThrownBy(modules::taskHandlers).withMessageContaining("a");
    }
}
