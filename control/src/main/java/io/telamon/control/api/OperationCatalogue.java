package io.telamon.control.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The declarations of all operations, read from two tables beside this class: {@code endpoint-sets.tsv} and
 * {@code operations.tsv}. Nothing else says what an operation is.
 */
public final class OperationCatalogue {

    private final Map<String, OperationDeclaration> declarations = new LinkedHashMap<>();

    private OperationCatalogue() {}

    /**
     * Reads the catalogue that comes with the server.
     *
     * @throws IllegalStateException when a line is not sound; the message names the operation
     */
    public static OperationCatalogue load() {
        return read(lines("endpoint-sets.tsv"), lines("operations.tsv"));
    }

    /** Reads a catalogue from the lines of its tables, the first of each being its head. */
    static OperationCatalogue read(List<String> endpointSets, List<String> operations) {
        CatalogueReader reader = new CatalogueReader();
        OperationCatalogue catalogue = new OperationCatalogue();
        endpointSets.stream().skip(1).forEach(line -> read(line, reader::readEndpointSet));
        operations.stream().skip(1).forEach(line -> read(line, text -> catalogue.add(reader.readOperation(text))));
        return catalogue;
    }

    private static void read(String line, Consumer<String> reading) {
        try {
            reading.accept(line);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "in the catalogue of operations, " + line.split("\t", 2)[0] + " " + e.getMessage(), e);
        }
    }

    private void add(OperationDeclaration declaration) {
        if (declarations.put(declaration.id(), declaration) != null) {
            throw new IllegalArgumentException("is declared twice");
        }
    }

    private static List<String> lines(String resource) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OperationCatalogue.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every declaration, in the order of the catalogue. */
    public Collection<OperationDeclaration> all() {
        return declarations.values();
    }

    /** The declaration of that id. */
    public Optional<OperationDeclaration> find(String id) {
        return Optional.ofNullable(declarations.get(id));
    }
}
