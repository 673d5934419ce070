package io.telamon.control.sample.data;

import java.math.BigDecimal;
import java.util.List;
import org.bson.BsonDocument;

/** Homes for rent, with their hosts and what guests say. */
final class AirbnbSamples {

    private static final List<String> PROPERTIES = List.of("Apartment", "House", "Condominium", "Loft", "Guesthouse");
    private static final List<String> ROOMS = List.of("Entire home/apt", "Private room", "Shared room");
    private static final List<String> POLICIES = List.of("flexible", "moderate", "strict_14_with_grace_period");
    private static final List<String> AMENITIES = List.of(
            "TV",
            "Wifi",
            "Kitchen",
            "Heating",
            "Washer",
            "Dryer",
            "Essentials",
            "Shampoo",
            "Hangers",
            "Iron",
            "Elevator",
            "Hot water",
            "Bed linens",
            "Microwave",
            "Coffee maker",
            "Refrigerator",
            "Dishes and silverware",
            "Oven");

    private AirbnbSamples() {}

    static List<SampleCollection> all() {
        return List.of(new SampleCollection("sample_airbnb", "listingsAndReviews", 3000, AirbnbSamples::listing));
    }

    private static BsonDocument listing(Source source, int number) {
        String id = Integer.toString(10_000_000 + number * 37);
        Place place = source.place();
        BsonDocument listing = Fields.of(
                "_id", id,
                "listing_url", "https://www.example.com/rooms/" + id,
                "name", source.title(),
                "summary", source.text(3),
                "space", source.text(2),
                "description", source.text(6),
                "neighborhood_overview", source.text(1),
                "notes", "",
                "transit", source.text(1),
                "access", source.text(1),
                "interaction", "",
                "house_rules", source.text(1),
                "property_type", source.pick(PROPERTIES),
                "room_type", source.pick(ROOMS),
                "bed_type", "Real Bed",
                "minimum_nights", Integer.toString(source.between(1, 7)),
                "maximum_nights", Integer.toString(source.between(14, 1125)),
                "cancellation_policy", source.pick(POLICIES));
        listing.putAll(priced(source));
        listing.putAll(placed(source, id, place));
        listing.putAll(reviewed(source, id));
        return listing;
    }

    private static BsonDocument priced(Source source) {
        int guests = source.between(1, 8);
        return Fields.of(
                "last_scraped", source.moment(2019, 2020),
                "calendar_last_scraped", source.moment(2019, 2020),
                "accommodates", guests,
                "bedrooms", (guests + 1) / 2,
                "beds", guests,
                "number_of_reviews", source.between(0, 150),
                "bathrooms", BigDecimal.valueOf(source.between(10, 30), 1),
                "amenities", source.some(AMENITIES, 4, 14),
                "price", source.amount(20, 600),
                "security_deposit", source.amount(0, 500),
                "cleaning_fee", source.amount(0, 100),
                "extra_people", source.amount(0, 40),
                "guests_included", BigDecimal.valueOf(source.between(1, guests)));
    }

    private static BsonDocument placed(Source source, String id, Place place) {
        String host = source.firstName();
        BsonDocument location = source.point(place);
        location.putAll(Fields.of("is_location_exact", source.percent(70)));
        return Fields.of(
                "images",
                Fields.of(
                        "thumbnail_url",
                        "",
                        "medium_url",
                        "",
                        "picture_url",
                        "https://www.example.com/pictures/" + id + ".jpg",
                        "xl_picture_url",
                        ""),
                "host",
                Fields.of(
                        "host_id", Integer.toString(source.between(1_000_000, 9_999_999)),
                        "host_name", host,
                        "host_location", place.city() + ", " + place.state() + ", US",
                        "host_about", source.text(1),
                        "host_response_time", "within an hour",
                        "host_response_rate", source.between(50, 100),
                        "host_is_superhost", source.percent(20),
                        "host_has_profile_pic", true,
                        "host_identity_verified", source.percent(50),
                        "host_listings_count", source.between(1, 9),
                        "host_verifications", List.of("email", "phone")),
                "address",
                Fields.of(
                        "street",
                        place.city() + ", " + place.state() + ", United States",
                        "suburb",
                        "",
                        "government_area",
                        place.city(),
                        "market",
                        place.city(),
                        "country",
                        "United States",
                        "country_code",
                        "US",
                        "location",
                        location));
    }

    private static BsonDocument reviewed(Source source, String id) {
        int free = source.between(0, 30);
        return Fields.of(
                "availability",
                Fields.of(
                        "availability_30", free,
                        "availability_60", 2 * free,
                        "availability_90", 3 * free,
                        "availability_365", 12 * free),
                "review_scores",
                Fields.of(
                        "review_scores_accuracy", source.between(6, 10),
                        "review_scores_cleanliness", source.between(6, 10),
                        "review_scores_checkin", source.between(6, 10),
                        "review_scores_communication", source.between(6, 10),
                        "review_scores_location", source.between(6, 10),
                        "review_scores_value", source.between(6, 10),
                        "review_scores_rating", source.between(60, 100)),
                "reviews",
                source.list(0, 4, () -> review(source, id)));
    }

    private static BsonDocument review(Source source, String id) {
        return Fields.of(
                "_id", Integer.toString(source.between(10_000_000, 99_999_999)),
                "date", source.moment(2014, 2019),
                "listing_id", id,
                "reviewer_id", Integer.toString(source.between(1_000_000, 9_999_999)),
                "reviewer_name", source.firstName(),
                "comments", source.text(2));
    }
}
