package io.telamon.control.cluster.catalogue;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class CatalogueOperationsTest {

    private static final String GROUP = "/groups/" + PROJECT;
    private static final String REGIONS = GROUP + "/clusters/provider/regions";
    private static final String VERSIONS = GROUP + "/mongoDBVersions";

    private TestClient reader;

    @BeforeEach
    void start(TestControlPlane plane) {
        reader = plane.reader();
    }

    /** The recorded answer: both defaults, regions not in the order of the alphabet, filters within the link. */
    @Test
    void listsTheRegionsOfASizeAsRecorded() {
        Answer answer = reader.get(REGIONS + "?providers=AWS&tier=M10");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("10000");
        assertThat(answer.json().at("/links/0/href").asString())
                .endsWith(REGIONS + "?includeCount=true&providers=AWS&tier=M10&pageNum=1&itemsPerPage=100");
        assertThat(answer.json().at("/totalCount").asInt()).isEqualTo(1);
        JsonNode aws = answer.json().at("/results/0");
        assertThat(aws.propertyNames()).containsExactly("instanceSizes", "provider");
        assertThat(aws.at("/instanceSizes")).hasSize(1);
        assertThat(aws.at("/instanceSizes/0").propertyNames()).containsExactly("availableRegions", "name");
        JsonNode regions = aws.at("/instanceSizes/0/availableRegions");
        assertThat(texts(regions, "name"))
                .hasSize(34)
                .startsWith("US_EAST_1", "US_EAST_2", "US_WEST_1", "US_WEST_2", "CA_CENTRAL_1", "EU_NORTH_1")
                .endsWith("IL_CENTRAL_1", "CA_WEST_1", "MX_CENTRAL_1");
        assertThat(StreamSupport.stream(regions.spliterator(), false)
                        .filter(region -> region.at("/default").asBoolean())
                        .map(region -> region.at("/name").asString()))
                .containsExactly("US_EAST_1", "US_WEST_2");
    }

    @Test
    void listsTheRegionsOfFreeClusters() {
        JsonNode results = reader.get(REGIONS + "?tier=M0").json().at("/results");

        assertThat(texts(results, "provider")).containsExactly("AWS", "AZURE", "GCP");
        assertThat(texts(results.at("/0/instanceSizes/0/availableRegions"), "name"))
                .hasSize(15)
                .startsWith("US_EAST_1", "US_WEST_2")
                .doesNotContain("US_EAST_2");
        assertThat(results.at("/0/instanceSizes")).hasSize(1);
    }

    /** The API documents that several providers together show what clusters of several providers can have. */
    @Test
    void leavesFreeClustersOutWhereSeveralProvidersAreAskedFor() {
        JsonNode results =
                reader.get(REGIONS + "?providers=GCP&providers=AWS").json().at("/results");

        assertThat(texts(results, "provider")).containsExactly("AWS", "GCP");
        assertThat(texts(results.at("/0/instanceSizes"), "name"))
                .startsWith("M10", "M20")
                .contains("M40_NVME")
                .doesNotContain("M0");
        assertThat(texts(results.at("/1/instanceSizes"), "name")).doesNotContain("M40_NVME");
    }

    @Test
    void leavesProvidersOutThatDoNotHaveTheSize() {
        JsonNode results = reader.get(REGIONS + "?tier=M90").json().at("/results");

        assertThat(texts(results, "provider")).containsExactly("AZURE");
    }

    @Test
    void pagesTheProviders() {
        Answer second = reader.get(REGIONS + "?itemsPerPage=1&pageNum=2");

        assertThat(texts(second.json().at("/results"), "provider")).containsExactly("AZURE");
        assertThat(second.json().at("/totalCount").asInt()).isEqualTo(3);
        assertThat(texts(second.json().at("/links"), "rel")).containsExactly("self", "previous", "next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REGIONS + "?providers=aws",
                REGIONS + "?providers=TENANT",
                REGIONS + "?tier=M11",
                VERSIONS + "?cloudProvider=IBM",
                VERSIONS + "?defaultStatus=NOT_DEFAULT",
                VERSIONS + "?instanceSize=M2"
            })
    void refusesFiltersThatNothingCanHave(String path) {
        assertThat(reader.get(path).errorCode()).isEqualTo("INVALID_QUERY_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({
        "?cloudProvider=TENANT, M0, 8.0",
        "?instanceSize=M0, M0, 8.0",
        "?cloudProvider=AWS&instanceSize=M10, M10 M10, 7.0 8.0",
        "?cloudProvider=AWS&instanceSize=M10&defaultStatus=DEFAULT, M10, 8.0",
        "?cloudProvider=GCP&instanceSize=M90, '', ''"
    })
    void listsVersionsBySize(String query, String sizes, String versions) {
        JsonNode results = reader.get(VERSIONS + query).json().at("/results");

        assertThat(String.join(" ", texts(results, "instanceSize"))).isEqualTo(sizes);
        assertThat(String.join(" ", texts(results, "version"))).isEqualTo(versions);
    }

    @Test
    void showsWhichVersionIsTheDefault() {
        Answer answer = reader.get(VERSIONS + "?cloudProvider=AZURE&instanceSize=M30&pageNum=1&itemsPerPage=1");

        assertThat(answer.json().at("/results/0"))
                .hasToString("{\"cloudProvider\":\"AZURE\",\"defaultStatus\":\"NOT_DEFAULT\",\"instanceSize\":\"M30\","
                        + "\"version\":\"7.0\"}");
        assertThat(answer.json().at("/totalCount").asInt()).isEqualTo(2);
    }

    private static List<String> texts(JsonNode items, String attribute) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(attribute).asString())
                .toList();
    }
}
