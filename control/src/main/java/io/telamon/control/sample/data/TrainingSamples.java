package io.telamon.control.sample.data;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.BsonDocument;

/** Collections to learn queries with. */
final class TrainingSamples {

    private static final String DATABASE = "sample_training";
    private static final List<String> EXAMS = List.of("exam", "quiz", "homework", "homework");
    private static final List<String> RESULTS =
            List.of("Pass", "Fail", "No Violation Issued", "Violation Issued", "Out of Business");
    private static final List<String> AIRPORTS = List.of("AER", "ASF", "CEK", "DME", "EGO", "KZN", "LED", "NBC", "OVB");
    private static final List<String> CATEGORIES = List.of("web", "software", "games_video", "mobile", "advertising");

    private static final int EXAMS_OF_STUDENT = 10;

    private TrainingSamples() {}

    static List<SampleCollection> all() {
        return List.of(
                new SampleCollection(DATABASE, "companies", 1000, TrainingSamples::company),
                new SampleCollection(DATABASE, "grades", 3000, TrainingSamples::grade),
                new SampleCollection(DATABASE, "inspections", 3000, TrainingSamples::inspection),
                new SampleCollection(DATABASE, "posts", 500, TrainingSamples::post),
                new SampleCollection(DATABASE, "routes", 3000, TrainingSamples::route),
                new SampleCollection(DATABASE, "trips", 3000, TrainingSamples::trip),
                new SampleCollection(DATABASE, "zips", 3000, TrainingSamples::zip));
    }

    private static BsonDocument company(Source source, int number) {
        String name = source.pick(Words.COMPANIES) + " " + number;
        return Fields.of(
                "name", name,
                "permalink", "company-" + number,
                "homepage_url", "https://www.example.com/" + number,
                "category_code", source.pick(CATEGORIES),
                "number_of_employees", source.between(1, 5000),
                "founded_year", source.between(1970, 2013),
                "email_address", "info" + number + "@example.com",
                "overview", source.text(3),
                "relationships",
                        source.list(
                                0,
                                4,
                                () -> Fields.of(
                                        "is_past",
                                        source.percent(40),
                                        "title",
                                        "Director",
                                        "person",
                                        Fields.of(
                                                "first_name", source.firstName(),
                                                "last_name", source.pick(Words.LAST_NAMES)))),
                "offices",
                        source.list(1, 2, () -> {
                            Place place = source.place();
                            return Fields.of(
                                    "address1", source.street(),
                                    "zip_code", place.zipCode(source),
                                    "city", place.city(),
                                    "state_code", place.state(),
                                    "country_code", "USA");
                        }));
    }

    private static BsonDocument grade(Source source, int number) {
        int student = number / EXAMS_OF_STUDENT;
        return Fields.of(
                "student_id",
                (double) student,
                "scores",
                EXAMS.stream()
                        .map(type -> Fields.of("type", type, "score", source.between(0, 10_000) / 100.0))
                        .toList(),
                "class_id",
                (double) source.between(1, 500));
    }

    private static BsonDocument inspection(Source source, int number) {
        Place place = source.place();
        return Fields.of(
                "id",
                (10_000 + number) + "-2015-ENFO",
                "certificate_number",
                9_000_000 + number,
                "business_name",
                source.title().toUpperCase(Locale.ROOT),
                "date",
                "Feb " + source.between(10, 28) + " 2015",
                "result",
                source.pick(RESULTS),
                "sector",
                "Cigarette Retail Dealer - 127",
                "address",
                Fields.of(
                        "city", place.city(),
                        "zip", place.zipCode(source),
                        "street", source.pick(Words.STREETS),
                        "number", source.between(1, 999)));
    }

    private static BsonDocument post(Source source, int number) {
        return Fields.of(
                "body", source.text(12),
                "permalink", source.hexadecimal(20),
                "author", "machine",
                "title", source.title(),
                "tags", source.some(Words.NOUNS, 2, 8),
                "comments",
                        source.list(0, 6, () -> {
                            String name = source.fullName();
                            return Fields.of("body", source.text(2), "email", source.email(name), "author", name);
                        }),
                "date", source.moment(2012, 2013));
    }

    private static BsonDocument route(Source source, int number) {
        String code = source.pick(List.of("2B", "3C", "4D", "5E"));
        return Fields.of(
                "airline",
                Fields.of(
                        "id",
                        source.between(1, 500),
                        "name",
                        source.pick(Words.COMPANIES),
                        "alias",
                        code,
                        "iata",
                        code),
                "src_airport",
                source.pick(AIRPORTS),
                "dst_airport",
                source.pick(AIRPORTS),
                "codeshare",
                "",
                "stops",
                0,
                "airplane",
                source.pick(List.of("CR2", "A81", "737", "320")));
    }

    private static BsonDocument trip(Source source, int number) {
        int seconds = source.between(60, 4000);
        Instant start = source.moment(2016, 2017);
        Place place = Words.PLACES.getFirst();
        return Fields.of(
                "tripduration", seconds,
                "start station id", source.between(70, 3300),
                "start station name", source.pick(Words.STREETS),
                "end station id", source.between(70, 3300),
                "end station name", source.pick(Words.STREETS),
                "bikeid", source.between(14_000, 24_000),
                "usertype", source.percent(80) ? "Subscriber" : "Customer",
                "birth year", source.between(1940, 1998),
                "gender", source.between(0, 2),
                "start station location", source.point(place),
                "end station location", source.point(place),
                "start time", start,
                "stop time", start.plusSeconds(seconds));
    }

    private static BsonDocument zip(Source source, int number) {
        Place place = source.place();
        List<Double> where = source.coordinates(place);
        return Fields.of(
                "city", place.city().toUpperCase(Locale.ROOT),
                "zip", place.zipCode(source),
                "loc", Fields.of("y", where.getLast(), "x", Math.abs(where.getFirst())),
                "pop", source.between(0, 60_000),
                "state", place.state());
    }
}
