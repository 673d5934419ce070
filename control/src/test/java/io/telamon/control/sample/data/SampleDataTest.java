package io.telamon.control.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private final SampleData data = new SampleData();

    @Test
    void hasTheKnownDatabases() {
        assertThat(data.collections().stream().map(SampleCollection::database).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "sample_airbnb",
                        "sample_analytics",
                        "sample_geospatial",
                        "sample_guides",
                        "sample_mflix",
                        "sample_restaurants",
                        "sample_supplies",
                        "sample_training",
                        "sample_weatherdata");
        assertThat(data.size()).isBetween(40_000, 80_000);
    }

    @Test
    void hasNoIdTwiceInACollection() {
        for (SampleCollection collection : data.collections()) {
            Set<BsonValue> ids = new HashSet<>();
            collection.documents(0, collection.size()).forEach(document -> ids.add(document.get("_id")));
            assertThat(ids).as(collection.name()).hasSize(collection.size()).doesNotContainNull();
        }
    }

    @Test
    void makesADocumentOfItsNumberAlone() {
        SampleCollection movies = collection("movies");

        List<BsonDocument> all = movies.documents(0, 20);
        assertThat(movies.documents(13, 2)).isEqualTo(all.subList(13, 15));
        assertThat(new SampleData().collections().getFirst().documents(0, 20)).isEqualTo(all);
        assertThat(all.get(0).get("title")).isNotNull();
        assertThat(new HashSet<>(
                        all.stream().map(movie -> movie.get("fullplot")).toList()))
                .hasSizeGreaterThan(15);
        assertThat(movies.documents(movies.size() - 1, 10)).hasSize(1);
    }

    @Test
    void refersFromCommentsToMovies() {
        Set<BsonValue> movies = collection("movies").documents(0, 10_000).stream()
                .map(movie -> movie.get("_id"))
                .collect(Collectors.toSet());

        assertThat(collection("comments").documents(0, 500))
                .allSatisfy(comment -> assertThat(movies).contains(comment.get("movie_id")));
    }

    @Test
    void refersFromCustomersAndTransactionsToAccounts() {
        Set<BsonValue> accounts = collection("accounts").documents(0, 10_000).stream()
                .map(account -> account.get("account_id"))
                .collect(Collectors.toSet());

        assertThat(collection("customers").documents(0, 500))
                .allSatisfy(customer -> assertThat(accounts)
                        .containsAll(customer.getArray("accounts").getValues()));
        assertThat(collection("transactions").documents(0, 500))
                .allSatisfy(bucket -> assertThat(bucket.getArray("transactions"))
                        .hasSize(bucket.getInt32("transaction_count").getValue()));
    }

    private SampleCollection collection(String name) {
        return data.collections().stream()
                .filter(collection -> collection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
