package io.telamon.control.sample.data;

import java.util.List;
import org.bson.BsonDocument;

/** What has a place: wrecks of ships, restaurants, planets, the weather at sea. */
final class PlaceSamples {

    private static final List<String> BOROUGHS = List.of("Manhattan", "Brooklyn", "Queens", "Bronx", "Staten Island");
    private static final List<String> CUISINES =
            List.of("American", "Chinese", "Italian", "Mexican", "Bakery", "Japanese", "Indian", "Greek", "Thai");
    private static final Place NEW_YORK = Words.PLACES.getFirst();
    private static final List<BsonDocument> PLANETS = List.of(
            planet("Mercury", 1, false, List.of(), -173, 427, 67),
            planet("Venus", 2, false, List.of("CO2", "N"), 438, 482, 464),
            planet("Earth", 3, false, List.of("N", "O2", "Ar"), -88, 58, 14),
            planet("Mars", 4, false, List.of("CO2", "Ar", "N"), -143, 35, -63),
            planet("Jupiter", 5, true, List.of("H2", "He", "CH4"), -145, -145, -145),
            planet("Saturn", 6, true, List.of("H2", "He", "CH4"), -139, -139, -139),
            planet("Uranus", 7, true, List.of("H2", "He", "CH4"), -197, -197, -197),
            planet("Neptune", 8, true, List.of("H2", "He", "CH4"), -201, -201, -201));
    private static final List<BsonDocument> COMETS = List.of(
            Fields.of(
                    "name",
                    "Halley",
                    "officialName",
                    "1P/Halley",
                    "orbitalPeriod",
                    75.3,
                    "radius",
                    5.5,
                    "mass",
                    2.2e14),
            Fields.of("name", "Encke", "officialName", "2P/Encke", "orbitalPeriod", 3.3, "radius", 2.4, "mass", 9.2e13),
            Fields.of(
                    "name",
                    "Hale-Bopp",
                    "officialName",
                    "C/1995 O1",
                    "orbitalPeriod",
                    2533.0,
                    "radius",
                    30.0,
                    "mass",
                    1.3e16));

    private PlaceSamples() {}

    static List<SampleCollection> all() {
        return List.of(
                new SampleCollection("sample_geospatial", "shipwrecks", 3000, PlaceSamples::shipwreck),
                new SampleCollection(
                        "sample_guides", "planets", PLANETS.size(), (source, number) -> PLANETS.get(number)),
                new SampleCollection("sample_guides", "comets", COMETS.size(), (source, number) -> COMETS.get(number)),
                new SampleCollection("sample_restaurants", "restaurants", 3000, PlaceSamples::restaurant),
                new SampleCollection("sample_restaurants", "neighborhoods", 190, PlaceSamples::neighborhood),
                new SampleCollection("sample_weatherdata", "data", 3000, PlaceSamples::weather));
    }

    private static BsonDocument shipwreck(Source source, int number) {
        List<Double> where = source.coordinates(source.place());
        return Fields.of(
                "recrd",
                "",
                "vesslterms",
                "",
                "feature_type",
                source.percent(60) ? "Wrecks - Submerged, dangerous" : "Wrecks - Visible",
                "chart",
                "US,U1,graph,DNC H14" + source.between(10_000, 99_999),
                "latdec",
                where.getLast(),
                "londec",
                where.getFirst(),
                "gp_quality",
                "",
                "depth",
                source.tenths(0, 90),
                "sounding_type",
                "",
                "history",
                "",
                "quasou",
                "depth known",
                "watlev",
                source.percent(70) ? "always under water/submerged" : "always dry",
                "coordinates",
                where);
    }

    private static BsonDocument planet(
            String name, int order, boolean rings, List<String> atmosphere, int least, int most, int mean) {
        return Fields.of(
                "name",
                name,
                "orderFromSun",
                order,
                "hasRings",
                rings,
                "mainAtmosphere",
                atmosphere,
                "surfaceTemperatureC",
                Fields.of("min", (double) least, "max", (double) most, "mean", (double) mean));
    }

    private static BsonDocument restaurant(Source source, int number) {
        return Fields.of(
                "address",
                Fields.of(
                        "building", Integer.toString(source.between(1, 9999)),
                        "coord", source.coordinates(NEW_YORK),
                        "street", source.pick(Words.STREETS),
                        "zipcode", NEW_YORK.zipCode(source)),
                "borough",
                source.pick(BOROUGHS),
                "cuisine",
                source.pick(CUISINES),
                "grades",
                source.list(0, 5, () -> {
                    int score = source.between(2, 40);
                    String grade = score < 14 ? "A" : score < 28 ? "B" : "C";
                    return Fields.of("date", source.moment(2011, 2015), "grade", grade, "score", score);
                }),
                "name",
                source.title(),
                "restaurant_id",
                Integer.toString(40_000_000 + number));
    }

    private static BsonDocument neighborhood(Source source, int number) {
        List<Double> corner = source.coordinates(NEW_YORK);
        double west = corner.getFirst();
        double south = corner.getLast();
        List<List<Double>> ring = List.of(
                corner,
                List.of(west + 0.01, south),
                List.of(west + 0.01, south + 0.01),
                List.of(west, south + 0.01),
                corner);
        return Fields.of(
                "geometry",
                Fields.of("coordinates", List.of(ring), "type", "Polygon"),
                "name",
                source.title() + " " + number);
    }

    private static BsonDocument weather(Source source, int number) {
        return Fields.of(
                "st", "x+" + source.between(10_000, 99_999) + "-0" + source.between(10_000, 99_999),
                "ts", source.moment(1984, 1985),
                "position", source.point(source.place()),
                "elevation", 9999,
                "callLetters", source.hexadecimal(4),
                "qualityControlProcess", "V020",
                "dataSource", "4",
                "type", "FM-13",
                "airTemperature", measured(source.tenths(-30, 40)),
                "dewPoint", measured(source.tenths(-30, 25)),
                "pressure", measured(source.tenths(970, 1040)),
                "wind",
                        Fields.of(
                                "direction", Fields.of("angle", source.between(0, 359), "quality", "1"),
                                "type", "N",
                                "speed", Fields.of("rate", source.tenths(0, 30), "quality", "1")),
                "visibility",
                        Fields.of(
                                "distance", measured(source.between(100, 20_000)),
                                "variability", measured("N")),
                "skyCondition",
                        Fields.of(
                                "ceilingHeight",
                                Fields.of("value", source.between(100, 9999), "quality", "9", "determination", "9"),
                                "cavok",
                                "N"),
                "sections", List.of("AG1"),
                "precipitationEstimatedObservation",
                        Fields.of("discrepancy", "2", "estimatedWaterDepth", source.between(0, 999)));
    }

    private static BsonDocument measured(Object value) {
        return Fields.of("value", value, "quality", "1");
    }
}
