package io.telamon.control.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of the catalogue's two tables. */
final class CatalogueReader {

    private static final String OWN = "own ";
    private static final String FIRST = "first ";

    /** Stands before a parameter that pages usually take, and this one does not. */
    private static final String WITHOUT = "-";

    private final Map<String, EndpointSet> endpointSets = new LinkedHashMap<>();

    /** Reads the line of an endpoint set; lines of operations refer to those that have been read. */
    void readEndpointSet(String line) {
        String[] columns = line.split("\t", -1);
        EndpointSet set = new EndpointSet(
                columns[0],
                EndpointSet.Scope.valueOf(columns[1]),
                Integer.parseInt(columns[2]),
                Integer.parseInt(columns[3]),
                Integer.parseInt(columns[4]));
        if (endpointSets.put(set.name(), set) != null) {
            throw new IllegalArgumentException("is there twice");
        }
    }

    /** Reads the line of an operation. */
    OperationDeclaration readOperation(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 10) {
            throw new IllegalArgumentException("has " + columns.length + " columns, not 10");
        }
        Response response = response(columns[7]);
        return new OperationDeclaration(
                columns[0],
                ApiBase.valueOf(columns[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                Method.valueOf(columns[2]),
                new PathTemplate(columns[3]),
                words(columns[4]).stream().map(CatalogueReader::version).toList(),
                requirement(columns[5]),
                endpointSet(columns[6]),
                response,
                query(columns[8], response),
                columns[9].equals("serverless"));
    }

    private Optional<EndpointSet> endpointSet(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        EndpointSet set = endpointSets.get(name);
        if (set == null) {
            throw new IllegalArgumentException("has the unknown endpoint set " + name);
        }
        return Optional.of(set);
    }

    /**
     * Reads a version: its date, the days of its deprecation and sunset behind colons, then formats: those that it has
     * besides JSON behind a plus sign, or the only one behind an equals sign.
     */
    private static OfferedVersion version(String text) {
        String[] parts = text.split("[+=]", -1);
        String[] dates = parts[0].split(":", -1);
        Set<String> formats = new LinkedHashSet<>(Arrays.asList(parts).subList(1, parts.length));
        if (text.indexOf('=') < 0) {
            formats.add("json");
        }
        return new OfferedVersion(ResourceVersion.of(dates[0]), day(dates, 1), day(dates, 2), formats);
    }

    private static Optional<LocalDate> day(String[] dates, int index) {
        return dates.length <= index || dates[index].isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(dates[index]));
    }

    private static Requirement requirement(String text) {
        return switch (text) {
            case "anyone" -> new Requirement.Nothing();
            case "authenticated" -> new Requirement.Authentication();
            default -> {
                if (text.startsWith(OWN)) {
                    yield new Requirement.OwnOrganization(role(text, OWN));
                }
                yield text.startsWith(FIRST)
                        ? new Requirement.FirstOrganization(role(text, FIRST))
                        : anyOf(words(text));
            }
        };
    }

    private static Role role(String text, String prefix) {
        return Role.valueOf(text.substring(prefix.length()));
    }

    private static Requirement anyOf(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name)));
        if (roles.stream().map(Role::isOrganizational).distinct().count() != 1) {
            throw new IllegalArgumentException("needs roles of organizations or of projects, not " + names);
        }
        return roles.iterator().next().isOrganizational()
                ? new Requirement.InOrganization(roles)
                : new Requirement.InProject(roles);
    }

    private static Response response(String text) {
        List<String> words = words(text);
        return new Response(
                Integer.parseInt(words.get(0)),
                Response.Kind.valueOf(words.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                words.contains("location"));
    }

    private static Map<String, QueryParameter> query(String text, Response response) {
        Map<String, QueryParameter> parameters = new LinkedHashMap<>();
        List<String> words = words(text);
        words.stream()
                .filter(word -> !word.startsWith(WITHOUT))
                .map(CatalogueReader::parameter)
                .forEach(own -> parameters.put(own.name(), own));
        QueryParameter.standard(response.kind().isOneOfMany()).stream()
                .filter(common -> !words.contains(WITHOUT + common.name()))
                .forEach(common -> parameters.put(common.name(), common));
        return parameters;
    }

    /** Reads a query parameter: its name and behind a colon its kind, then behind an equals sign the value that links show without one. */
    private static QueryParameter parameter(String text) {
        String[] parts = text.split("[:=]", -1);
        return new QueryParameter(
                parts[0],
                QueryParameter.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
