package io.telamon.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody's command takes the memory of all: what would need too much is refused before it does. */
class MemoryTest extends EmbeddedTest {

    private static final long RESULT_BYTES = 4 << 20;

    @BeforeEach
    void littleMemory() throws Exception {
        engine.close();
        engine = new EmbeddedEngine(EmbeddedSettings.in(folder).resultBytes(RESULT_BYTES));
        shell = new Shell(engine, CLUSTER);
        insert("c", "{_id: 1, t: 'xy', l: [1, 2]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "146   | {$range: [0, 50000000]}",
                "146   | {$size: {$range: [0, 50000000]}}",
                "146   | {$range: [50000000, 0, -1]}",
                "146   | {$map: {input: {$range: [0, 1000]}, in: {$range: [0, 1000]}}}",
                "146   | {$reduce: {input: {$range: [0, 40]}, initialValue: 'x', in: {$concat: ['$$value', '$$value']}}}",
                "146   | {$reduce: {input: {$range: [0, 40]}, initialValue: [1], in: {$concatArrays: ['$$value', '$$value']}}}",
                "10334 | {$reduce: {input: {$range: [0, 40]}, initialValue: [1], in: ['$$value', '$$value', '$$value', '$$value']}}",
                "10334 | {$reduce: {input: {$range: [0, 40]}, initialValue: [1], in: {$map: {input: '$l', in: '$$value'}}}}",
                "10334 | {$reduce: {input: {$range: [0, 14]}, initialValue: '$$ROOT', in: {a: '$$value', b: '$$value', c: '$$value'}}}",
                "0     | {$size: {$range: [0, 10000]}}",
            })
    void boundsExpressions(int code, String expression) {
        for (int round = 0; round < 3; round++) {
            String[] commands = {
                "{aggregate: 'c', pipeline: [{$project: {z: E}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$set: {'y.z': E}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$facet: {f: [{$project: {z: E}}]}}], cursor: {}}",
            };
            for (String command : commands) {
                if (code == 0) {
                    assertOk(shell.run(command.replace("E", expression)));
                } else {
                    assertThat(shell.run(command.replace("E", expression))
                                    .getInt32("code")
                                    .getValue())
                            .isIn(code, 146);
                }
            }
            if (code != 0) {
                String same = "{$eq: [E, E]}".replace("E", expression);
                assertError(shell.run("{find: 'c', filter: {$expr: E}}".replace("E", same)), code);
                assertError(
                        shell.run("{aggregate: 'c', pipeline: [{$group: {_id: E}}], cursor: {}}"
                                .replace("E", expression)),
                        code);
            }
        }
    }

    @Test
    void boundsWhatGroupsHold() {
        for (int i = 0; i < 40; i++) {
            assertOk(shell.run("{insert: 'g', documents: [{_id: " + i + ", t: '" + "x".repeat(100_000) + "'}]}"));
        }

        assertError(group("{_id: null, all: {$push: '$t'}}"), 146);
        assertError(group("{_id: null, all: {$push: {$range: [0, 20000]}}}"), 146);
        assertError(group("{_id: {i: '$_id', t: '$t'}}"), 146);
        assertError(
                shell.run("{aggregate: 'g', pipeline: [{$lookup: {from: 'g', as: 'r', pipeline: []}}], cursor: {}}"),
                146);
        assertError(shell.run("{aggregate: 'g', pipeline: [{$sample: {size: 1000}}], cursor: {}}"), 146);
        assertOk(group("{_id: {$mod: ['$_id', 2]}, n: {$sum: 1}, first: {$first: '$t'}, max: {$max: '$t'}}"));
        assertOk(group("{_id: null, all: {$push: '$_id'}}"));
    }

    private org.bson.BsonDocument group(String specification) {
        return shell.run("{aggregate: 'g', pipeline: [{$group: " + specification + "}], cursor: {}}");
    }

    @Test
    void answersInASmallHeapWhateverIsAsked(@TempDir Path files) throws Exception {
        Path said = folder.resolve("said");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryChild.class.getName(),
                        files.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(child.waitFor(240, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }

        List<String> lines = Files.readAllLines(said);
        assertThat(child.exitValue()).as(String.join("\n", lines)).isZero();
        assertThat(lines.stream().filter(line -> line.startsWith("insert")))
                .hasSize(16)
                .allSatisfy(line -> assertThat(line).contains("\"n\": 2"));
        assertThat(lines.stream().filter(line -> line.startsWith("evaluate"))).hasSize(4 * 28);
        assertThat(lines).noneMatch(line -> line.startsWith("failed")).contains("done");
    }
}
