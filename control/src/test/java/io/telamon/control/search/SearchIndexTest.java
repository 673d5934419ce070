package io.telamon.control.search;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import io.telamon.control.rehearsal.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithControlPlane(pace = Pace.MANUAL)
class SearchIndexTest {

    private static final String GROUP = "/groups/" + PROJECT;
    private static final String CLUSTERS = GROUP + "/clusters/";
    private static final String INDEXES = CLUSTERS + "shop/search/indexes";
    private static final String FTS = CLUSTERS + "shop/fts/indexes";
    private static final String DYNAMIC = "{'mappings':{'dynamic':true}}";

    private TestControlPlane plane;
    private TestClient owner;
    private TestClient older;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
        older = owner.accepting("application/vnd.atlas.2023-01-01+json");
        owner.post(
                GROUP + "/flexClusters",
                "{'name':'shop','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        release();
    }

    @Test
    void goesThroughItsStatesAsRecorded() {
        Answer created = create("movies", "index-1", DYNAMIC);
        String id = created.json().at("/indexID").asString();

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.text())
                .isEqualTo("{\"collectionName\":\"movies\",\"database\":\"sample_mflix\",\"indexID\":\"" + id
                        + "\",\"latestDefinition\":{\"mappings\":{\"dynamic\":true}},\"latestDefinitionVersion\":{\"version\":0},"
                        + "\"name\":\"index-1\",\"queryable\":false,\"status\":\"PENDING\",\"type\":\"search\"}");
        release();
        assertThat(status(id)).isEqualTo("BUILDING");
        release();
        JsonNode ready = owner.get(INDEXES + "/" + id).json();
        assertThat(ready.at("/status").asString()).isEqualTo("READY");
        assertThat(ready.at("/queryable").asBoolean()).isTrue();

        Answer updated = owner.patch(
                INDEXES + "/" + id, "{'definition':{'mappings':{'dynamic':true},'analyzer':'lucene.simple'}}");
        assertThat(updated.json().at("/latestDefinition").toString())
                .isEqualTo("{\"analyzer\":\"lucene.simple\",\"mappings\":{\"dynamic\":true}}");
        assertThat(updated.json().at("/latestDefinitionVersion/version").asInt())
                .isEqualTo(1);
        assertThat(updated.json().at("/latestDefinitionVersion/createdAt").asString())
                .endsWith("Z");
        assertThat(updated.json().at("/queryable").asBoolean()).isTrue();

        assertThat(owner.delete(INDEXES + "/" + id).status()).isEqualTo(204);
        assertThat(status(id)).isEqualTo("DELETING");
        release();
        assertThat(owner.get(INDEXES + "/" + id).status()).isEqualTo(404);
        assertThat(owner.get(GROUP + "/events").json().at("/results").findValuesAsString("eventTypeName"))
                .contains("FTS_INDEX_CREATED", "FTS_INDEX_UPDATED", "FTS_INDEX_BUILD_COMPLETE", "FTS_INDEX_DELETED");
    }

    @Test
    void isFoundByItsNameAndInItsCollection() {
        create("movies", "one", DYNAMIC);
        create("movies", "two", DYNAMIC);
        create("comments", "one", DYNAMIC);
        String one = INDEXES + "/sample_mflix/movies/one";

        assertThat(owner.get(INDEXES).json()).hasSize(3);
        assertThat(owner.get(INDEXES + "/sample_mflix/movies").json()).hasSize(2);
        assertThat(owner.get(one).json().at("/name").asString()).isEqualTo("one");
        assertThat(owner.patch(one, "{'definition':{'mappings':{'dynamic':false}}}")
                        .json()
                        .at("/latestDefinition/mappings/dynamic")
                        .asBoolean())
                .isFalse();
        assertThat(owner.delete(one).status()).isEqualTo(204);
        release();
        assertThat(owner.get(one).status()).isEqualTo(404);
        assertThat(owner.get(INDEXES).json()).hasSize(2);
    }

    @Test
    void showsPartsOfItsDefinitionToOlderClientsAsRecorded() {
        Answer created = older.post(
                FTS,
                "{'collectionName':'movies','database':'sample_mflix','name':'old','mappings':{'dynamic':true},"
                        + "'searchAnalyzer':'lucene.standard'}");
        String id = created.json().at("/indexID").asString();

        assertThat(created.status()).as(created.text()).isEqualTo(200);
        assertThat(created.text())
                .isEqualTo("{\"collectionName\":\"movies\",\"database\":\"sample_mflix\",\"indexID\":\"" + id
                        + "\",\"mappings\":{\"dynamic\":true},\"name\":\"old\",\"searchAnalyzer\":\"lucene.standard\","
                        + "\"status\":\"IN_PROGRESS\",\"synonyms\":[],\"type\":\"search\"}");
        assertThat(older.get(FTS + "/" + id).text()).contains("\"mappings\":{\"dynamic\":true,\"fields\":null}");
        release();
        release();
        assertThat(older.get(FTS + "/sample_mflix/movies")
                        .json()
                        .at("/0/status")
                        .asString())
                .isEqualTo("STEADY");
        assertThat(owner.get(INDEXES + "/" + id)
                        .json()
                        .at("/latestDefinition/searchAnalyzer")
                        .asString())
                .isEqualTo("lucene.standard");
        assertThat(older.delete(FTS + "/" + id).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'name':'a','database':'d','collectionName':'c'}                                          | MISSING_ATTRIBUTE
                    {'name':'a','database':'d','collectionName':'c','definition':{}}                          | MISSING_ATTRIBUTE
                    {'name':'a','database':'d','collectionName':'c','definition':1}                           | INVALID_JSON_ATTRIBUTE
                    {'name':'a','database':'d','collectionName':'c','type':'text','definition':{'mappings':{}}} | VALIDATION_ERROR
                    {'name':'a','database':'d','collectionName':'c','type':'vectorSearch','definition':{'mappings':{}}} | MISSING_ATTRIBUTE
                    {'name':'a','database':'d','collectionName':'c','definition':{'mappings':{},'analyzers':[{'name':'lucene.x'}]}} | ATLAS_FTS_ANALYZER_NAME_CANNOT_REUSED
                    {'name':'a','database':'d','collectionName':'c','definition':{'mappings':{},'analyzers':[{'name':'x'},{'name':'x'}]}} | ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE
                    {'name':'one','database':'sample_mflix','collectionName':'movies','definition':{'mappings':{}}} | ATLAS_FTS_DUPLICATE_INDEX
                    """)
    void refusesWhatCannotBe(String body, String code) {
        create("movies", "one", DYNAMIC);

        Answer refused = owner.post(INDEXES, body);

        assertThat(refused.errorCode()).as(refused.text()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void goesWithItsCluster() {
        String id = create("movies", "one", DYNAMIC).json().at("/indexID").asString();
        owner.delete(GROUP + "/flexClusters/shop");
        release();

        assertThat(owner.get(INDEXES).errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
        assertThat(owner.get("/telamon/v1/transitions").text()).doesNotContain(id);
        owner.post(
                GROUP + "/flexClusters",
                "{'name':'shop','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}");
        assertThat(owner.get(INDEXES).text()).isEqualTo("[]");
    }

    private Answer create(String collection, String name, String definition) {
        return owner.post(
                INDEXES,
                "{'collectionName':'" + collection + "','database':'sample_mflix','name':'" + name + "','definition':"
                        + definition + "}");
    }

    private String status(String id) {
        return owner.get(INDEXES + "/" + id).json().at("/status").asString();
    }

    private void release() {
        owner.post("/telamon/v1/transitions:release", "{}");
        plane.awaitTasks();
    }
}
