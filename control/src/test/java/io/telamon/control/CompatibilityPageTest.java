package io.telamon.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompatibilityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final String WRITE = "telamon.docs.write";

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsServed() throws IOException {
        String page = CompatibilityPage.of(operations());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/compatibility.md is not what is declared; write it anew with -D%s=true", WRITE)
                .isEqualTo(page);
    }

    @Test
    void namesEveryOperationOnce() {
        assertThat(operations().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    private List<Operation> operations() {
        try (TestControlPlane plane = TestControlPlane.start(folder, ControlSettings.defaults())) {
            return plane.operations();
        }
    }
}
