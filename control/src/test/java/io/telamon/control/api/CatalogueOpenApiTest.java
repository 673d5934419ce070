package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the catalogue with the published OpenAPI documents of the API. They are not part of the project: the variable
 * {@code TELAMON_REFERENCE} names the folder that has them, by default {@code shared/reference} beside the project, and
 * without it these tests are skipped. Differences that are meant are in {@code catalogue-differences.tsv} beside this
 * class, each with its reason; one that is there no more fails the tests as any other does.
 */
class CatalogueOpenApiTest {

    private static final String FOLDER =
            Objects.requireNonNullElse(System.getenv("TELAMON_REFERENCE"), "../../shared/reference");
    private static final Path WHOLE = Path.of(FOLDER, "atlas-admin-api-v2.openapi.json");
    private static final Path NEWEST = Path.of(FOLDER, "atlas-admin-api-v2-rest.openapi.json");
    private static final Path IDS = Path.of(FOLDER, "operations.tsv");

    private static final Map<String, OpenApiOperation> DOCUMENTED = new HashMap<>();
    private static final Map<String, String> SHORT_IDS = new HashMap<>();
    private static final List<OperationDeclaration> DECLARED = OperationCatalogue.load().all().stream()
            .filter(operation -> operation.surface() == ApiBase.ATLAS)
            .toList();

    @BeforeAll
    static void read() throws IOException {
        for (Path file : List.of(WHOLE, NEWEST, IDS)) {
            assumeTrue(Files.isReadable(file), () -> "no " + file + " (TELAMON_REFERENCE names its folder)");
        }
        Stream.concat(OpenApiDocument.read(WHOLE, true).stream(), OpenApiDocument.read(NEWEST, false).stream())
                .forEach(operation -> DOCUMENTED.put(operation.method() + " " + operation.path(), operation));
        Files.readAllLines(IDS).stream()
                .map(line -> line.split("\t", -1))
                .forEach(columns -> SHORT_IDS.put(columns[0], columns[1]));
    }

    @Test
    void hasEveryDocumentedOperationAndNoOtherButPreviews() {
        assertThat(DECLARED.stream().filter(own -> !isPreview(own)).map(CatalogueOpenApiTest::place))
                .containsExactlyInAnyOrderElementsOf(DOCUMENTED.keySet());
    }

    @Test
    void namesOperationsByTheirIds() {
        assertDifferences("id", CatalogueOpenApiTest::id);
    }

    @Test
    void offersTheDocumentedVersionsUntilTheirSunset() {
        assertDifferences("versions", CatalogueOpenApiTest::versions);
    }

    @Test
    void letsInTheDocumentedRoles() {
        assertThat(DOCUMENTED.values())
                .filteredOn(operation -> !operation.roles().isEmpty())
                .hasSizeGreaterThan(400);
        assertDifferences("roles", CatalogueOpenApiTest::roles);
    }

    @Test
    void answersWithTheDocumentedStatusAndKind() {
        assertDifferences("response", CatalogueOpenApiTest::response);
    }

    @Test
    void takesTheDocumentedQueryParameters() {
        assertThat(DOCUMENTED.values())
                .filteredOn(operation -> operation.query().contains("pageNum"))
                .hasSizeGreaterThan(50);
        assertDifferences("query", CatalogueOpenApiTest::query);
    }

    private static Optional<String> query(OperationDeclaration own, OpenApiOperation documented) {
        Set<String> refused = new TreeSet<>(documented.query());
        refused.removeAll(own.query().keySet());
        return difference(refused.isEmpty(), String.join(", ", refused));
    }

    private static Optional<String> id(OperationDeclaration own, OpenApiOperation documented) {
        return difference(
                List.of(own.id(), SHORT_IDS.getOrDefault(own.id(), "")).contains(documented.id()), documented.id());
    }

    /** A document of newest versions says nothing of older ones, and often nothing of the sunset. */
    private static Optional<String> versions(OperationDeclaration own, OpenApiOperation documented) {
        List<String> stated = new ArrayList<>();
        documented
                .versions()
                .forEach((version, offer) ->
                        offer.sunset().forEach(day -> stated.add(version + " " + offer.formats() + until(day))));
        boolean statesSunset = documented.complete()
                || documented.versions().values().stream()
                        .anyMatch(offer -> offer.sunset().stream().anyMatch(Optional::isPresent));
        List<String> declared = own.versions().stream()
                .filter(version ->
                        documented.complete() || documented.versions().containsKey(version.version()))
                .map(version -> version.version() + " " + new TreeSet<>(version.formats())
                        + (statesSunset ? until(version.sunset()) : ""))
                .toList();
        return difference(declared.equals(stated), String.join(", ", stated));
    }

    private static String until(Optional<LocalDate> day) {
        return day.map(end -> " until " + end).orElse("");
    }

    private static Optional<String> roles(OperationDeclaration own, OpenApiOperation documented) {
        Set<Role> letIn = StatedRoles.letInBy(
                switch (own.requirement()) {
                    case Requirement.Nothing nothing -> Set.of();
                    case Requirement.Authentication authentication -> Set.of();
                    case Requirement.InOrganization(Set<Role> roles) -> roles;
                    case Requirement.InProject(Set<Role> roles) -> roles;
                    case Requirement.OwnOrganization(Role role) -> Set.of(role);
                    case Requirement.FirstOrganization(Role role) -> Set.of(role);
                });
        return difference(
                documented.roles().isEmpty() || letIn.equals(StatedRoles.letIn(documented.roles())),
                String.join(", ", documented.roles()));
    }

    private static Optional<String> response(OperationDeclaration own, OpenApiOperation documented) {
        Response response = own.response();
        String declared = response.status() + " "
                + response.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return difference(documented.responses().equals(Set.of(declared)), String.join(", ", documented.responses()));
    }

    private static Optional<String> difference(boolean same, String documented) {
        return same ? Optional.empty() : Optional.of(documented);
    }

    /** Holds that the documents say something else of exactly the operations of which this is meant. */
    private static void assertDifferences(
            String aspect, BiFunction<OperationDeclaration, OpenApiOperation, Optional<String>> comparison) {
        Map<String, String> found = new TreeMap<>();
        for (OperationDeclaration own : DECLARED) {
            Optional.ofNullable(DOCUMENTED.get(place(own)))
                    .flatMap(documented -> comparison.apply(own, documented))
                    .ifPresent(documented -> found.put(own.id(), documented));
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(meant(aspect));
    }

    /** The differences that are meant, each a line of aspect, operation, what the documents say, and the reason. */
    private static Map<String, String> meant(String aspect) {
        Map<String, String> meant = new TreeMap<>();
        for (String line : lines("catalogue-differences.tsv")) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as("%s", line).hasSize(4).doesNotContain("");
            if (columns[0].equals(aspect)) {
                meant.put(columns[1], columns[2]);
            }
        }
        return meant;
    }

    private static List<String> lines(String resource) {
        try (InputStream file = Objects.requireNonNull(CatalogueOpenApiTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(OperationDeclaration own) {
        String path = own.path().text();
        return own.method() + " " + own.surface().base() + (path.equals("/") ? "" : path);
    }

    private static boolean isPreview(OperationDeclaration own) {
        return own.versions().stream()
                .allMatch(version -> version.version().toString().equals("preview"));
    }
}
