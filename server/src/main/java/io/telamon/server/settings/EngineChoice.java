package io.telamon.server.settings;

import io.telamon.engine.process.Program;
import io.telamon.engine.remote.DeploymentAddress;
import java.util.Arrays;
import java.util.Optional;

/** Which engine keeps the documents of clusters. */
public sealed interface EngineChoice {

    /** A program that is found on the search path, else the embedded engine. */
    record Auto() implements EngineChoice {}

    /** The one in this process. */
    record Embedded() implements EngineChoice {}

    /** A process for each cluster. */
    record OfProgram(Program program) implements EngineChoice {}

    /** A deployment that runs already. */
    record At(DeploymentAddress address) implements EngineChoice {}

    /**
     * The choice of a text.
     *
     * @throws IllegalArgumentException if it names none
     */
    static EngineChoice of(String text) {
        if (text.startsWith("mongodb://") || text.startsWith("mongodb+srv://")) {
            return new At(DeploymentAddress.of(text));
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
