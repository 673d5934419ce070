package io.telamon.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program that keeps the documents of one cluster in a folder and serves them on a port. */
public enum Program {
    /** MongoDB's server, as a replica set of one: drivers' retried writes need that. */
    MONGOD {
        @Override
        List<String> arguments(Path folder, int port) {
            return List.of(
                    "--dbpath",
                    folder.toString(),
                    "--port",
                    String.valueOf(port),
                    "--bind_ip",
                    "127.0.0.1",
                    "--nounixsocket",
                    "--replSet",
                    REPLICA_SET);
        }

        @Override
        boolean isReplicaSet() {
            return true;
        }
    },
    /** FerretDB 1, over SQLite files. */
    FERRETDB {
        @Override
        List<String> arguments(Path folder, int port) {
            return List.of(
                    "--handler=sqlite",
                    "--sqlite-url=file:" + folder + "/",
                    "--state-dir=" + folder,
                    "--listen-addr=127.0.0.1:" + port,
                    "--debug-addr=-",
                    "--telemetry=disable",
                    "--log-level=warn");
        }

        @Override
        boolean isReplicaSet() {
            return false;
        }
    };

    static final String REPLICA_SET = "rs0";

    abstract List<String> arguments(Path folder, int port);

    abstract boolean isReplicaSet();

    /** Its name on the command line. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The program's file, if a folder of that search path has one that can be run. */
    public Optional<Path> find(String searchPath) {
        return List.of(searchPath.split(File.pathSeparator, -1)).stream()
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(command()))
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath)
                .findFirst();
    }
}
