package io.telamon.control.search;

import io.telamon.control.api.Call;

/** Which index a path names. */
sealed interface Asked {

    boolean is(SearchIndex index);

    /** What the path names, for an answer that says that there is no such index. */
    String text();

    /** The one of an id. */
    record ById(String text) implements Asked {

        static ById of(Call<?> call) {
            return new ById(call.path("indexId"));
        }

        @Override
        public boolean is(SearchIndex index) {
            return index.id().equals(text);
        }
    }

    /** The one of a name in a collection. */
    record ByName(SearchIndex.Place place) implements Asked {

        static ByName of(Call<?> call) {
            return new ByName(new SearchIndex.Place(
                    call.path("databaseName"), call.path("collectionName"), call.path("indexName")));
        }

        @Override
        public boolean is(SearchIndex index) {
            return index.place().equals(place);
        }

        @Override
        public String text() {
            return place.database() + "." + place.collection() + "." + place.name();
        }
    }
}
