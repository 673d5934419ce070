package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values of commands are understood. */
final class Values {

    private Values() {}

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }

    /** A whole number that is not negative; what is beyond an int means as much as one can have. */
    static Optional<Integer> count(String name, @Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Number number
            when number.doubleValue() >= 0 -> Optional.of((int) Math.min(Integer.MAX_VALUE, number.longValue()));
            case Number number ->
                throw new de.bwaldvogel.mongo.exception.MongoServerError(
                        51024, "BSON field '" + name + "' value must be >= 0, actual value '" + number + "'");
            default -> throw CommandErrors.typeMismatch("BSON field '" + name + "' must be a number");
        };
    }

    /** Whether an option says nothing: as if it were not there. */
    static boolean isNeutral(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean bool -> !bool;
            case Document document -> document.isEmpty() || "simple".equals(document.get("locale"));
            case Collection<?> values -> values.isEmpty();
            default -> false;
        };
    }

    static Document ok() {
        return new Document("ok", 1.0);
    }
}
