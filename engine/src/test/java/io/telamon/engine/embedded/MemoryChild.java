package io.telamon.engine.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.BsonDocument;

/** A process with a small heap that is given commands that would need more; it prints what each came to. */
public final class MemoryChild {

    /** So many messages of that size does the gateway hold at a time. */
    private static final int MESSAGES = 3;

    private static final int LENGTH = 15_900_000;
    private static final int DOCUMENT = LENGTH + 4 + 9 + 10 + 2;
    private static final int WRITERS = 8;
    private static final int ROUNDS = 2;

    private static final List<String> EXPRESSIONS = List.of(
            "{$size: {$range: [0, 50000000]}}",
            "{$range: [0, 50000000]}",
            "{$map: {input: {$range: [0, 100000]}, in: {$range: [0, 100000]}}}",
            "{$map: {input: {$range: [0, 1000000]}, in: '$text'}}",
            "{$map: {input: {$range: [0, 500000]}, in: '$$ROOT'}}",
            "{$strLenBytes: {$reduce: {input: {$range: [0, 60]}, initialValue: 'xxxxxxxxxxxxxxxx',"
                    + " in: {$concat: ['$$value', '$$value']}}}}",
            "{$size: {$reduce: {input: {$range: [0, 60]}, initialValue: [1, 2, 3, 4],"
                    + " in: {$concatArrays: ['$$value', '$$value']}}}}",
            "{$size: {$split: [{$reduce: {input: {$range: [0, 22]}, initialValue: 'xy', in: {$concat: ['$$value', '$$value']}}}, 'x']}}",
            "{$indexOfCP: [{$reduce: {input: {$range: [0, 23]}, initialValue: 'x', in: {$concat: ['$$value', '$$value']}}}, 'y']}");

    private MemoryChild() {}

    /** Keeps its files in a folder. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedEngine engine = new EmbeddedEngine(EmbeddedSettings.in(Path.of(arguments[0])))) {
            engine.provision(EmbeddedTest.CLUSTER);
            insertLargeDocuments(engine);
            evaluate(engine);
            System.out.println("done");
        }
        System.exit(0);
    }

    @SuppressWarnings("SystemOut")
    private static void insertLargeDocuments(EmbeddedEngine engine) throws InterruptedException {
        BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(new byte[2 * DOCUMENT]);
        }
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(Thread.ofPlatform().start(() -> {
                try (Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
                    for (int round = 0; round < ROUNDS; round++) {
                        int id = 1_000 * number + 10 * round;
                        byte[] message = messages.take();
                        write(message, 0, id);
                        write(message, DOCUMENT, id + 1);
                        System.out.println(
                                "insert " + shell.insertBeside("large", message).toJson());
                        messages.add(message);
                    }
                } catch (Exception e) {
                    System.out.println("failed " + e);
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** A document with a long text, put where it belongs at once: this process has no memory for copies. */
    private static void write(byte[] target, int at, int id) {
        ByteBuffer buffer = ByteBuffer.wrap(target, at, DOCUMENT).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(DOCUMENT).put((byte) 0x10).put("_id\0".getBytes(UTF_8)).putInt(id);
        buffer.put((byte) 0x02).put("text\0".getBytes(UTF_8)).putInt(LENGTH + 1);
        int text = buffer.position();
        Arrays.fill(target, text, text + LENGTH, (byte) 'x');
        target[text + LENGTH] = 0;
        target[text + LENGTH + 1] = 0;
    }

    @SuppressWarnings("SystemOut")
    private static void evaluate(EmbeddedEngine engine) throws Exception {
        try (Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
            shell.run("{insert: 'c', documents: [{_id: 1, text: '" + "t".repeat(1_000) + "'}]}");
        }
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(Thread.ofPlatform().start(() -> {
                try (Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
                    for (String expression : EXPRESSIONS) {
                        for (String command : List.of(
                                "{aggregate: 'c', pipeline: [{$project: {z: E}}], cursor: {}}",
                                "{aggregate: 'c', pipeline: [{$set: {'y.z': E}}, {$group: {_id: '$y', a: {$push: '$y'}}}], cursor: {}}",
                                "{find: 'c', filter: {$expr: {$eq: [E, 'never']}}}")) {
                            BsonDocument reply = shell.run(command.replace("E", expression));
                            System.out.println("evaluate " + (reply.containsKey("code") ? reply.get("code") : "ok"));
                        }
                    }
                    BsonDocument reply = shell.run(
                            "{aggregate: 'large', pipeline: [{$group: {_id: null, all: {$push: '$text'}}}], cursor: {}}");
                    System.out.println("evaluate " + (reply.containsKey("code") ? reply.get("code") : "ok"));
                } catch (Exception e) {
                    System.out.println("failed " + e);
                }
            }));
        }
        for (Thread reader : readers) {
            reader.join();
        }
    }
}
