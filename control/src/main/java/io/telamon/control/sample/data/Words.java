package io.telamon.control.sample.data;

import java.util.List;

/** What names and texts are made of. */
final class Words {

    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Clara", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kira", "Leo", "Mina",
            "Noah", "Olga", "Paul", "Rosa", "Sam", "Tara", "Umar", "Vera", "Will", "Yuki", "Zoe");
    static final List<String> LAST_NAMES = List.of(
            "Adams",
            "Baker",
            "Castro",
            "Dietrich",
            "Evans",
            "Fischer",
            "Garcia",
            "Hughes",
            "Ivanov",
            "Jensen",
            "Keller",
            "Lopez",
            "Moreau",
            "Nakamura",
            "Okafor",
            "Petrov",
            "Quinn",
            "Rossi",
            "Silva",
            "Tanaka",
            "Weber",
            "Young");
    static final List<String> STREETS = List.of(
            "Main Street",
            "Oak Avenue",
            "Mill Road",
            "Harbor Lane",
            "Station Street",
            "Park Avenue",
            "Hill Road",
            "River Street",
            "Church Lane",
            "Market Street");
    static final List<String> ADJECTIVES = List.of(
            "quiet",
            "bright",
            "old",
            "green",
            "hidden",
            "distant",
            "broken",
            "golden",
            "silent",
            "northern",
            "wild",
            "gentle",
            "early",
            "lonely",
            "curious",
            "heavy");
    static final List<String> NOUNS = List.of(
            "river",
            "garden",
            "captain",
            "station",
            "letter",
            "winter",
            "mountain",
            "teacher",
            "harbor",
            "bridge",
            "painter",
            "forest",
            "island",
            "lantern",
            "machine",
            "orchard",
            "window",
            "village");
    static final List<String> VERBS = List.of(
            "follows", "finds", "leaves", "remembers", "crosses", "meets", "repairs", "watches", "loses", "builds");
    static final List<String> COMPANIES = List.of(
            "Northwind Labs",
            "Blue Harbor",
            "Oakline",
            "Quarry Works",
            "Lumen Data",
            "Paperbird",
            "Ridge and Sons",
            "Tidewater",
            "Copperleaf",
            "Halfmoon");
    static final List<Place> PLACES = List.of(
            new Place("New York", "NY", "100", -73.97, 40.75),
            new Place("Boston", "MA", "021", -71.06, 42.36),
            new Place("Chicago", "IL", "606", -87.63, 41.88),
            new Place("Denver", "CO", "802", -104.99, 39.74),
            new Place("Seattle", "WA", "981", -122.33, 47.61),
            new Place("Austin", "TX", "787", -97.74, 30.27),
            new Place("Atlanta", "GA", "303", -84.39, 33.75),
            new Place("Portland", "OR", "972", -122.68, 45.52),
            new Place("Miami", "FL", "331", -80.19, 25.76),
            new Place("Phoenix", "AZ", "850", -112.07, 33.45));

    private Words() {}
}
