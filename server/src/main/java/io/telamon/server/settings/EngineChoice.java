package io.telamon.server.settings;

import io.telamon.engine.process.Program;
import io.telamon.engine.remote.PoolSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which engine keeps the documents of clusters. */
public sealed interface EngineChoice {

    /** A program that is found on the search path, else the embedded engine. */
    record Auto() implements EngineChoice {}

    /** The one in this process. */
    record Embedded() implements EngineChoice {}

    /** A process for each cluster. */
    record OfProgram(Program program) implements EngineChoice {}

    /** Deployments that run already. */
    record At(List<PoolSpec> deployments) implements EngineChoice {}

    /**
     * The choice of a text.
     *
     * @throws IllegalArgumentException if it names none
     */
    static EngineChoice of(String text) {
        if (text.contains("://")) {
            return new At(
                    Arrays.stream(text.strip().split("\\s+")).map(PoolSpec::of).toList());
        }
        Optional<Program> program = Arrays.stream(Program.values())
                .filter(one -> one.command().equals(text))
                .findFirst();
        return switch (text) {
            case "auto" -> new Auto();
            case "embedded" -> new Embedded();
            default -> new OfProgram(program.orElseThrow(IllegalArgumentException::new));
        };
    }
}
