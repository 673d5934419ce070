package io.telamon.control.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes views and reads requests. Attributes are written in alphabetical order and absent ones left out, as recorded;
 * numbers, nesting and names of what comes in are bounded.
 */
public final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 1000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(64)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(TimestampModule.reading())
            .build();
    private final JsonMapper answers =
            mapper.rebuild().addModule(TimestampModule.writing()).build();
    private final ObjectWriter compact = mapper.writer();
    private final ObjectWriter compactAnswers = answers.writer();
    private final ObjectWriter pretty = answers.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.BOTH))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** The answer as JSON in UTF-8. */
    public byte[] bytes(Object value, boolean indented) {
        return (indented ? pretty : compactAnswers).writeValueAsBytes(value);
    }

    /** The value as JSON text, for keeping in the store. */
    public String text(Object value) {
        return compact.writeValueAsString(value);
    }

    /** Reads what {@link #text} wrote. */
    public <T> T value(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }

    /**
     * Reads a body.
     *
     * @throws ApiException {@link ErrorCode#MALFORMED_JSON}, and what {@link JsonLimits} refuses
     */
    JsonNode tree(byte[] body) {
        try {
            try (JsonParser parser = mapper.createParser(body)) {
                JsonLimits.check(parser);
            }
            JsonNode tree = mapper.readTree(body);
            return tree.isMissingNode() ? mapper.createObjectNode() : tree;
        } catch (JacksonException e) {
            throw ErrorCode.MALFORMED_JSON.about();
        }
    }

    <T> T bind(JsonNode tree, Class<T> type) {
        return mapper.treeToValue(tree, type);
    }
}
