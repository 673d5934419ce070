package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills a process that writes, and looks for everything it was told is written. */
class CrashTest extends EmbeddedTest {

    @Test
    void losesNoAcknowledgedWriteWhenKilled() throws Exception {
        killAndCheck(2, 1_500);
    }

    @Test
    @Tag("slow")
    void losesNoAcknowledgedWriteWhenKilledTwentyTimes() throws Exception {
        killAndCheck(20, 4_000);
    }

    private void killAndCheck(int rounds, int most) throws Exception {
        Random random = new Random(11);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            engine.close();
            Set<String> now = writeUntilKilled(round, most / 2 + random.nextInt(most / 2));
            assertThat(now).isNotEmpty();
            acknowledged.addAll(now);
            start();
            check(acknowledged);
        }
    }

    private Set<String> writeUntilKilled(int round, int millis) throws Exception {
        Path said = folder.resolve("round" + round);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        // Whoever shares the process may forbid it: nothing that is stored is a serialized object.
                        "-Djdk.serialFilter=!*",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.toString(),
                        "r" + round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .failFast(() -> !child.isAlive())
                    .until(() -> Files.size(said) > 0);
            Thread.sleep(millis);
        } finally {
            child.destroyForcibly().waitFor();
        }
        return Files.readAllLines(said).stream()
                .filter(line -> line.endsWith("."))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toSet());
    }

    /** The documents, their index and the sum that each write changed as well must agree. */
    private void check(Set<String> acknowledged) {
        List<String> found = new ArrayList<>();
        Set<String> indexed = new HashSet<>();
        for (BsonDocument document : shell.all("c")) {
            String id = document.getString("_id").getValue();
            found.add(id);
            List<BsonDocument> byIndex = Shell.documents(shell.run("{find: 'c', filter: {k: '" + id + "'}}"));
            byIndex.forEach(one -> indexed.add(one.getString("_id").getValue()));
        }
        assertThat(found).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(indexed).containsExactlyInAnyOrderElementsOf(found);
        assertThat(shell.run("{count: 'c'}").getInt32("n").getValue()).isEqualTo(found.size());
    }
}
