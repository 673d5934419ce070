package io.telamon.control.sample.data;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Films, what people say of them, and where they are shown. */
final class MflixSamples {

    private static final String DATABASE = "sample_mflix";
    private static final int MOVIES = 3000;
    private static final int USERS = 180;
    private static final List<String> GENRES = List.of(
            "Action",
            "Adventure",
            "Animation",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Family",
            "Fantasy",
            "History",
            "Mystery",
            "Romance",
            "Short",
            "Thriller",
            "War",
            "Western");
    private static final List<String> COUNTRIES =
            List.of("USA", "France", "UK", "Germany", "Italy", "Japan", "India", "Spain", "Canada");
    private static final List<String> LANGUAGES =
            List.of("English", "French", "German", "Italian", "Japanese", "Hindi", "Spanish");
    private static final List<String> RATINGS = List.of("G", "PG", "PG-13", "R", "UNRATED", "APPROVED");

    private MflixSamples() {}

    static List<SampleCollection> all() {
        return List.of(
                new SampleCollection(DATABASE, "movies", MOVIES, MflixSamples::movie),
                new SampleCollection(DATABASE, "comments", 5000, MflixSamples::comment),
                new SampleCollection(DATABASE, "theaters", 1500, MflixSamples::theater),
                new SampleCollection(DATABASE, "users", USERS, MflixSamples::user),
                new SampleCollection(DATABASE, "sessions", 1, MflixSamples::session));
    }

    private static BsonDocument movie(Source source, int number) {
        int year = source.between(1920, 2016);
        String plot = source.text(1);
        BsonDocument movie = Fields.of(
                "plot", plot,
                "genres", source.some(GENRES, 1, 3),
                "runtime", source.between(40, 180),
                "cast", source.list(2, 4, source::fullName),
                "num_mflix_comments", source.between(0, 5),
                "title", source.title(),
                "fullplot", plot + " " + source.text(3),
                "countries", source.some(COUNTRIES, 1, 2),
                "released", source.moment(year, year + 1),
                "directors", source.list(1, 2, source::fullName),
                "writers", source.list(1, 3, source::fullName),
                "languages", source.some(LANGUAGES, 1, 2),
                "lastupdated",
                        source.moment(2015, 2016).toString().replace('T', ' ').replace("Z", ".000000000"),
                "year", year,
                "type", source.percent(95) ? "movie" : "series");
        if (source.percent(60)) {
            movie.putAll(Fields.of("rated", source.pick(RATINGS)));
        }
        movie.putAll(judged(source, number));
        return movie;
    }

    private static BsonDocument judged(Source source, int number) {
        int wins = source.between(0, 12);
        int nominations = source.between(0, 15);
        return Fields.of(
                "awards",
                Fields.of(
                        "wins", wins,
                        "nominations", nominations,
                        "text", wins + " wins and " + nominations + " nominations."),
                "imdb",
                Fields.of("rating", source.tenths(2, 9), "votes", source.between(5, 200_000), "id", 400_000 + number),
                "tomatoes",
                Fields.of(
                        "viewer",
                        Fields.of(
                                "rating", source.tenths(1, 5),
                                "numReviews", source.between(1, 5000),
                                "meter", source.between(1, 100)),
                        "lastUpdated",
                        source.moment(2015, 2016)));
    }

    private static BsonDocument comment(Source source, int number) {
        String name = source.fullName();
        return Fields.of(
                "name", name,
                "email", source.email(name),
                "movie_id", SampleCollection.id("movies", source.between(0, MOVIES - 1)),
                "text", source.text(3),
                "date", source.moment(1975, 2017));
    }

    private static BsonDocument theater(Source source, int number) {
        Place place = source.place();
        return Fields.of(
                "theaterId",
                1000 + number,
                "location",
                Fields.of(
                        "address",
                        Fields.of(
                                "street1", source.street(),
                                "city", place.city(),
                                "state", place.state(),
                                "zipcode", place.zipCode(source)),
                        "geo",
                        source.point(place)));
    }

    private static BsonDocument user(Source source, int number) {
        String name = source.fullName();
        // no password has this hash: it is random, not made of one
        return Fields.of(
                "name", name, "email", number + source.email(name), "password", "$2b$12$" + source.hexadecimal(53));
    }

    private static BsonDocument session(Source source, int number) {
        return Fields.of(
                "user_id", "user" + number + "@example.com",
                "jwt", source.hexadecimal(40) + "." + source.hexadecimal(80) + "." + source.hexadecimal(43),
                "version", new BsonInt64(1));
    }
}
