package io.telamon.control.api;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** What a JSON body may hold. It is checked while the body is read, before anything is built from it. */
final class JsonLimits {

    /** Items of one array and attributes of one object. */
    static final int MOST_MEMBERS = 1000;

    /** Tokens (RFC 8259, section 2) of one body: names, values, beginnings and ends. */
    static final int MOST_TOKENS = 50_000;

    private static final String WRONG_CHARACTERS = "must not have control characters or unpaired surrogates";

    private JsonLimits() {}

    /**
     * Reads to the end.
     *
     * @throws ApiException {@link ErrorCode#INVALID_JSON} when it is too large, {@link ErrorCode#VALIDATION_ERROR} for
     *     control characters and unpaired surrogates in names and texts; tabs and line breaks in texts are left to
     *     {@link Shape}, which knows what the text is
     */
    static void check(JsonParser parser) {
        int tokens = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (++tokens > MOST_TOKENS) {
                throw tooLarge("", "must have at most " + MOST_TOKENS + " names and values");
            }
            if (parser.streamReadContext().getEntryCount() > MOST_MEMBERS) {
                throw tooLarge(
                        field(parser.streamReadContext()),
                        "must have at most " + MOST_MEMBERS + " items or attributes");
            }
            checkText(token, parser);
        }
    }

    private static void checkText(JsonToken token, JsonParser parser) {
        boolean wrong = token == JsonToken.PROPERTY_NAME
                ? ControlCharacters.areIn(parser.currentName())
                : token == JsonToken.VALUE_STRING && ControlCharacters.areInLines(parser.getString());
        if (wrong) {
            TokenStreamContext context = parser.streamReadContext();
            String field = token == JsonToken.PROPERTY_NAME ? field(context) : member(context);
            Violation violation = new Violation(Excerpt.of(field), WRONG_CHARACTERS);
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(violation), violation.field() + " " + violation.description());
        }
    }

    private static ApiException tooLarge(String field, String expectation) {
        return ErrorCode.INVALID_JSON.because(List.of(new Violation(Excerpt.of(field), expectation)));
    }

    /** The path of the array or object that is being read. */
    private static String field(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        return parent == null ? "" : member(parent);
    }

    /** The path of the item or attribute that is being read. */
    private static String member(TokenStreamContext context) {
        String path = field(context);
        if (context.inArray()) {
            return path + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.inObject() ? context.currentName() : "";
        return path.isEmpty() ? name : path + "." + name;
    }
}
