package io.telamon.engine.embedded;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A process that inserts from several threads, and prints the id of each document once it is acknowledged. */
public final class CrashChild {

    private static final int THREADS = 4;

    private CrashChild() {}

    /** Writes until it is killed: the folder, then what ids begin with. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        EmbeddedEngine engine = new EmbeddedEngine(EmbeddedSettings.in(Path.of(arguments[0])));
        try (Shell shell = new Shell(engine, EmbeddedTest.CLUSTER)) {
            shell.run("{createIndexes: 'c', indexes: [{key: {k: 1}, name: 'k', unique: true}]}");
        }
        for (int thread = 0; thread < THREADS; thread++) {
            Shell shell = new Shell(engine, EmbeddedTest.CLUSTER);
            String prefix = arguments[1] + "-" + thread + "-";
            Thread.ofPlatform().start(() -> write(shell, prefix, System.out));
        }
    }

    private static void write(Shell shell, String prefix, PrintStream out) {
        for (int i = 0; ; i++) {
            BsonString id = new BsonString(prefix + i);
            BsonDocument reply = shell.insertBeside(
                    "c",
                    List.of(new BsonDocument("_id", id).append("k", id).append("t", new BsonString("x".repeat(200)))));
            if (reply.getInt32("n").getValue() != 1) {
                throw new IllegalStateException(reply.toString());
            }
            synchronized (out) {
                out.print(id.getValue() + ".\n");
                out.flush();
            }
        }
    }
}
