package io.telamon.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program that keeps the documents of one cluster in a folder and serves them on a Unix socket there, and nowhere else. */
public enum Program {
    /** MongoDB's server, as a replica set of one: drivers' retried writes need that. */
    MONGOD {
        @Override
        List<String> arguments(Path folder) {
            return List.of(
                    "--dbpath",
                    folder.toString(),
                    "--bind_ip",
                    SOCKET_IN_ITS_FOLDER,
                    // the one in /tmp, which it has besides those that it is told to have
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
        List<String> arguments(Path folder) {
            return List.of(
                    "--handler=sqlite",
                    "--sqlite-url=file:" + folder + "/",
                    "--state-dir=" + folder,
                    "--listen-addr=",
                    "--listen-unix=" + SOCKET_IN_ITS_FOLDER,
                    "--debug-addr=-",
                    "--telemetry=disable",
                    "--log-level=error");
        }

        @Override
        boolean isReplicaSet() {
            return false;
        }
    };

    static final String REPLICA_SET = "rs0";

    /** The program runs in the folder. A path from there is never too long for a socket, and a replica set remembers it wherever the folder goes. */
    static final String SOCKET_IN_ITS_FOLDER = "./" + ClusterFolder.SOCKET;

    /** How it is told to serve that folder, whose path is absolute. */
    abstract List<String> arguments(Path folder);

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
