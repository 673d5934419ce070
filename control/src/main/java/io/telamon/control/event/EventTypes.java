package io.telamon.control.event;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events that the API documents, by name. */
public final class EventTypes {

    private static final String RESOURCE = "event-types.tsv";

    private final Map<String, EventType> byName;
    private final List<String> ofProjectsSeenInOrganizations;

    EventTypes() {
        byName = read();
        ofProjectsSeenInOrganizations = byName.values().stream()
                .filter(type -> type.inProjects() && type.inOrganizations())
                .map(EventType::name)
                .toList();
    }

    /** All types, in the order of the API. */
    public Collection<EventType> all() {
        return byName.values();
    }

    /** Whether the API has a type of that name. */
    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The names of the types whose events in projects are events of their organization too. */
    public List<String> ofProjectsSeenInOrganizations() {
        return ofProjectsSeenInOrganizations;
    }

    private static Map<String, EventType> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EventTypes.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(EventTypes::type)
                    .collect(Collectors.toMap(
                            EventType::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventType type(String line) {
        String[] fields = line.split("\t", -1);
        return new EventType(
                fields[0],
                Boolean.parseBoolean(fields[1]),
                Boolean.parseBoolean(fields[2]),
                Boolean.parseBoolean(fields[3]));
    }
}
