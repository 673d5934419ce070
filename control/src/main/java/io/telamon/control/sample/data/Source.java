package io.telamon.control.sample.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Values for one document, which follow from a seed. Not safe for use by several threads. */
public final class Source {

    private final SplittableRandom random;

    Source(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A whole number between the bounds, both of which it may be. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A number with one digit after the point. */
    double tenths(int least, int most) {
        return between(least * 10, most * 10) / 10.0;
    }

    /** Whether something holds that holds so many times in a hundred. */
    boolean percent(int times) {
        return between(1, 100) <= times;
    }

    /** An amount of money. */
    BigDecimal amount(int least, int most) {
        return BigDecimal.valueOf(between(least * 100, most * 100), 2);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Some different items, in the order of the list. */
    List<String> some(List<String> all, int least, int most) {
        int wanted = between(least, most);
        int start = random.nextInt(all.size());
        return Stream.iterate(start, i -> (i + 1) % all.size())
                .limit(Math.min(wanted, all.size()))
                .map(all::get)
                .toList();
    }

    /** A list of things that are made one after the other. */
    <T> List<T> list(int least, int most, Supplier<T> one) {
        return Stream.generate(one).limit(between(least, most)).toList();
    }

    /** A moment between the first days of two years, to the second. */
    Instant moment(int fromYear, int toYear) {
        Instant from = Instant.parse(fromYear + "-01-01T00:00:00Z");
        Instant to = Instant.parse(toYear + "-01-01T00:00:00Z");
        return from.plusSeconds(random.nextLong(Duration.between(from, to).toSeconds()));
    }

    String firstName() {
        return pick(Words.FIRST_NAMES);
    }

    String fullName() {
        return firstName() + " " + pick(Words.LAST_NAMES);
    }

    /** An address below a domain that nobody has (RFC 2606). */
    String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + between(1, 99) + "@example.com";
    }

    String street() {
        return between(1, 999) + " " + pick(Words.STREETS);
    }

    /** Two or three words with capitals. */
    String title() {
        String noun = pick(Words.NOUNS);
        return capital(pick(Words.ADJECTIVES)) + " " + capital(noun);
    }

    /** So many sentences. */
    String text(int sentences) {
        return Stream.generate(this::sentence).limit(sentences).collect(Collectors.joining(" "));
    }

    private String sentence() {
        return "The " + pick(Words.ADJECTIVES) + " " + pick(Words.NOUNS) + " " + pick(Words.VERBS) + " the "
                + pick(Words.ADJECTIVES) + " " + pick(Words.NOUNS) + ".";
    }

    /** Digits and lower-case letters a to f. */
    String hexadecimal(int digits) {
        return Stream.generate(() -> Integer.toHexString(random.nextInt(16)))
                .limit(digits)
                .collect(Collectors.joining());
    }

    /** A GeoJSON point (RFC 7946) somewhere in a place. */
    BsonDocument point(Place place) {
        return Fields.of("type", "Point", "coordinates", coordinates(place));
    }

    /** Longitude and latitude somewhere in a place. */
    List<Double> coordinates(Place place) {
        return List.of(near(place.longitude()), near(place.latitude()));
    }

    private double near(double degrees) {
        return Math.round((degrees + (random.nextDouble() - 0.5) / 5) * 1e6) / 1e6;
    }

    Place place() {
        return pick(Words.PLACES);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
