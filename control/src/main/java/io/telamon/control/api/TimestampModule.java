package io.telamon.control.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Dates in JSON: read in every form that {@link Timestamps} takes, and written to the second, as recorded answers have them. */
final class TimestampModule {

    private TimestampModule() {}

    /** What reads dates. */
    static SimpleModule reading() {
        return new SimpleModule("dates in requests").addDeserializer(Instant.class, new Reader());
    }

    /** What writes dates of answers. */
    static SimpleModule writing() {
        return new SimpleModule("dates in answers").addSerializer(Instant.class, new Writer());
    }

    private static final class Reader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            return Timestamps.parse(text)
                    .orElseGet(() -> (Instant) context.handleWeirdStringValue(Instant.class, text, "is no date"));
        }
    }

    private static final class Writer extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
