package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** A cluster whose file is not what it was does not become an empty cluster. */
class LostDocumentsTest extends EmbeddedTest {

    @Test
    void refusesAFileThatIsEmptyAfterUse() throws Exception {
        use();
        engine.close();
        Files.write(documents(), new byte[0]);
        restartEngine();

        isLost();
        assertThat(documents()).isEmptyFile();
    }

    @Test
    void refusesAFileThatIsMissingAfterUseAndMakesNoOther() throws Exception {
        use();
        engine.close();
        Files.delete(documents());
        restartEngine();

        isLost();
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> engine.provision(CLUSTER))
                .withMessageContaining("are lost");
        assertThat(documents()).doesNotExist();
    }

    @Test
    void opensAFileThatNobodyHasUsed() throws Exception {
        engine.close();
        assertThat(documents()).isEmptyFile();
        restartEngine();

        assertThat(engine.collections(CLUSTER)).isEmpty();
    }

    @Test
    void leavesNothingOfADroppedCluster() throws Exception {
        use();
        engine.drop(CLUSTER);

        assertThat(folder).isEmptyDirectory();
        engine.provision(CLUSTER);
        assertThat(engine.collections(CLUSTER)).isEmpty();
    }

    private void use() {
        assertThat(shell.insertBeside("c", List.of(BsonDocument.parse("{_id: 1}"))))
                .containsKey("ok");
    }

    private void isLost() {
        assertThatExceptionOfType(EngineUnavailableException.class)
                .isThrownBy(() -> engine.collections(CLUSTER))
                .withMessageContaining("are lost")
                .withMessageContaining(documents().toString());
    }

    private void restartEngine() {
        engine = new EmbeddedEngine(EmbeddedSettings.in(folder));
    }

    private Path documents() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".documents"))
                    .findFirst()
                    .orElse(folder.resolve(CLUSTER.value() + ".documents"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
