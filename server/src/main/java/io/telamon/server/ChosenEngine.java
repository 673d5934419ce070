package io.telamon.server;

import io.telamon.engine.embedded.EmbeddedEngine;
import io.telamon.engine.embedded.EmbeddedSettings;
import io.telamon.engine.process.ProcessEngine;
import io.telamon.engine.process.Program;
import io.telamon.engine.remote.RemoteEngine;
import io.telamon.gateway.spi.directory.Placements;
import io.telamon.gateway.spi.engine.Engine;
import io.telamon.gateway.thread.EssentialThreads;
import io.telamon.server.data.DataFolder;
import io.telamon.server.data.StartException;
import io.telamon.server.settings.EngineChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The engine that the settings come to. The data folder remembers it: documents that one engine keeps are not there for another, so
 * {@code auto} stays with the first, and another choice is refused.
 *
 * @param name what users are told of it
 * @param local whether the documents lie in the data folder of this server, so that no other server has them
 * @param monitor asks the deployments that run elsewhere, if there are any
 * @param closing the engine, and what watches over it
 */
record ChosenEngine(
        Engine engine, String name, boolean local, Optional<DeploymentMonitor> monitor, AutoCloseable closing) {

    private static final String EMBEDDED = "embedded";
    private static final String DEPLOYMENT = "deployment";

    /**
     * Makes it ready to keep the documents of clusters.
     *
     * @param placements remembers which of several deployments has which cluster
     * @param threads list those that the engine needs
     * @throws StartException if a program that is asked for is not there, or another engine keeps documents already
     */
    static ChosenEngine of(EngineChoice choice, DataFolder folder, Placements placements, EssentialThreads threads) {
        Optional<String> kept = folder.engine();
        if (kept.isEmpty() && choice instanceof EngineChoice.Auto && folder.hasEngines()) {
            throw new StartException(
                    "%s is missing, and %s holds files of clusters. Set --engine to the one that keeps them."
                            .formatted(folder.engineFile().toAbsolutePath().normalize(), folder.engines()));
        }
        EngineChoice wanted = choice instanceof EngineChoice.Auto
                ? kept.filter(name -> !name.equals(DEPLOYMENT))
                        .map(name -> choice(name, folder))
                        .orElseGet(ChosenEngine::first)
                : choice;
        String name = name(wanted);
        if (kept.isPresent() && !kept.get().equals(name)) {
            throw new StartException(
                    "the documents of this data folder's clusters are kept by the engine %s, not by %s; set --engine to that, or choose another folder with --data-dir"
                            .formatted(kept.get(), name));
        }
        ChosenEngine engine = open(wanted, folder, placements, threads);
        folder.keepEngine(name);
        return engine;
    }

    private static EngineChoice choice(String name, DataFolder folder) {
        try {
            return EngineChoice.of(name);
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "%s names the engine \"%s\", which does not exist. It must be %s: bring it back from a copy, or write the one that keeps the documents of this folder."
                            .formatted(folder.engineFile().toAbsolutePath().normalize(), name, names()),
                    e);
        }
    }

    private static String names() {
        return Stream.concat(
                        Stream.of(EMBEDDED, DEPLOYMENT),
                        Arrays.stream(Program.values()).map(Program::command))
                .collect(Collectors.joining(", "));
    }

    /** The first program that is on the search path, else the embedded engine. */
    private static EngineChoice first() {
        return Arrays.stream(Program.values())
                .filter(program -> executable(program).isPresent())
                .findFirst()
                .<EngineChoice>map(EngineChoice.OfProgram::new)
                .orElseGet(EngineChoice.Embedded::new);
    }

    private static String name(EngineChoice choice) {
        return switch (choice) {
            case EngineChoice.Auto auto -> name(first());
            case EngineChoice.Embedded embedded -> EMBEDDED;
            case EngineChoice.OfProgram(Program program) -> program.command();
            case EngineChoice.At at -> DEPLOYMENT;
        };
    }

    private static ChosenEngine open(
            EngineChoice choice, DataFolder folder, Placements placements, EssentialThreads threads) {
        return switch (choice) {
            case EngineChoice.Auto auto -> open(first(), folder, placements, threads);
            case EngineChoice.Embedded embedded -> {
                EmbeddedEngine engine = new EmbeddedEngine(EmbeddedSettings.in(folder.documents()), threads);
                yield new ChosenEngine(engine, "embedded, for development", true, Optional.empty(), engine);
            }
            case EngineChoice.OfProgram(Program program) -> {
                Path executable = executable(program)
                        .orElseThrow(() -> new StartException(
                                "the engine %s is not on the PATH; install it, or choose another with --engine"
                                        .formatted(program.command())));
                ProcessEngine engine = new ProcessEngine(program, executable, folder.engines());
                yield new ChosenEngine(engine, executable + ", one process a cluster", true, Optional.empty(), engine);
            }
            case EngineChoice.At at -> {
                RemoteEngine engine = new RemoteEngine(at.deployments(), placements);
                String names = at.deployments().stream()
                        .map(deployment -> deployment.address().toString())
                        .collect(Collectors.joining(", "));
                DeploymentMonitor monitor = DeploymentMonitor.of(engine, threads);
                yield new ChosenEngine(engine, names, false, Optional.of(monitor), () -> {
                    monitor.end();
                    engine.close();
                    monitor.close();
                });
            }
        };
    }

    private static Optional<Path> executable(Program program) {
        return Optional.ofNullable(System.getenv("PATH")).flatMap(program::find);
    }
}
