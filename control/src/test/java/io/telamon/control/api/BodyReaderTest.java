package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final BodyType<Thing> THING = new BodyType.Json<>(Thing.class);
    private static final BodyType<List<Thing>> THINGS = new BodyType.JsonList<>(Thing.class);
    private static final BodyType<Form> FORM = new BodyType.FormFields();

    private final BodyReader reader = new BodyReader(new Json());
    private final List<Long> reserved = new ArrayList<>();

    @Valid
    record Thing(
            @NotNull @Size(min = 1, max = 3, message = "must have 1 to 3 characters")
            String name,

            @Nullable @Valid Part part) {}

    @Valid
    record Part(@NotNull String key, @Nullable Integer number) {}

    @Test
    void readsNothingWhereAnOperationTakesNoBody() {
        assertThat(read(new BodyType.None(), "application/json", "{]")).isNull();
    }

    @Test
    void bindsAnObject() {
        assertThat(read(THING, "application/json", "{'name':'abc','part':{'key':'k','number':1}}"))
                .isEqualTo(new Thing("abc", new Part("k", 1)));
    }

    @Test
    void bindsAList() {
        assertThat(read(THINGS, "application/json", "[{'name':'a'},{'name':'b'}]"))
                .isEqualTo(List.of(new Thing("a", null), new Thing("b", null)));
    }

    @Test
    void reservesMemoryForTheTreeBeforeItIsMade() {
        read(THING, "application/json", "{'name':'abc'}");

        assertThat(reserved).containsExactly(TreeSize.atMost("{'name':'abc'}".getBytes(StandardCharsets.UTF_8)));
        assertThat(reserved.getFirst()).isGreaterThan(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'abc' | MALFORMED_JSON | `` | ``",
                "{} | MISSING_ATTRIBUTE | name | is required",
                " | MISSING_ATTRIBUTE | name | is required",
                "{'name':null} | MISSING_ATTRIBUTE | name | is required",
                "{'name':'abcd'} | VALIDATION_ERROR | name | must have 1 to 3 characters",
                "{'name':7} | INVALID_JSON_ATTRIBUTE | name | must be a string",
                "{'name':'a','part':{}} | MISSING_ATTRIBUTE | part.key | is required",
                "{'name':'','part':{}} | MISSING_ATTRIBUTE | name,part.key | ``",
                "{'name':'','part':{'number':''},'more':1} | INVALID_ATTRIBUTE | more,name,part.key,part.number | ``",
                "[] | INVALID_JSON_ATTRIBUTE | `` | must be an object",
            })
    void tellsEverythingThatIsWrongWithAnObject(@Nullable String body, String code, String fields, String description) {
        ApiException refusal = refusal(THING, "application/json", body == null ? "" : body);

        assertThat(refusal.code().name()).isEqualTo(code);
        assertThat(String.join(
                        ",", refusal.violations().stream().map(Violation::field).toList()))
                .isEqualTo(fields);
        assertThat(refusal.violations().toString()).contains(description);
    }

    @Test
    void tellsWhatIsWrongInTheDetailOfAnInvalidValue() {
        assertThat(refusal(THING, "application/json", "{'name':'abcd'}").body().toString())
                .contains("name must have 1 to 3 characters");
    }

    @Test
    void tellsWhichItemOfAListIsWrong() {
        ApiException refusal = refusal(THINGS, "application/json", "[{'name':'a'},{'part':{'key':1}}]");

        assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_ATTRIBUTE);
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("[1].name", "[1].part.key");
    }

    @Test
    void namesAMissingAttributeWithoutWhatContainsIt() {
        assertThat(refusal(THINGS, "application/json", "[{'name':'a','part':{}}]")
                        .body())
                .extracting("parameters")
                .isEqualTo(List.of("key"));
        assertThat(new Violation("tags[2]", "is required").attribute()).isEqualTo("tags");
        assertThat(new Violation("[0]", "is required").attribute()).isEqualTo("[0]");
    }

    @Test
    void refusesAnObjectForAList() {
        assertThat(refusal(THINGS, "application/json", "{}").code()).isEqualTo(ErrorCode.INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/vnd.atlas.2024-08-05+json",
                "application/vnd.atlas.2024-08-05+json;charset=utf-8",
            })
    void takesJsonAndTheMediaTypesOfVersions(String type) {
        assertThat(read(THING, type, "{'name':'a'}")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", "application/vnd.atlas.2024-08-05+csv", "json", ""})
    void refusesOtherMediaTypes(String type) {
        assertThat(refusal(THING, type, "{'name':'a'}").code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refusal(FORM, type, "name=a").code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void takesABodyWithoutAMediaType() {
        assertThat(reader.read(THING, new Sent(Optional.empty(), "{\"name\":\"a\"}"), BodyLimit.OF_CALLERS))
                .isEqualTo(new Thing("a", null));
    }

    @Test
    void readsTheFieldsOfAForm() {
        Form form = form("grant_type=client_credentials&scope=a+b%2B&twice=1&twice=2&nothing&empty=&=unnamed");

        assertThat(form.value("grant_type")).contains("client_credentials");
        assertThat(form.value("scope")).contains("a b+");
        assertThat(form.value("twice")).isEmpty();
        assertThat(form.repeats("twice")).isTrue();
        assertThat(form.repeats("scope")).isFalse();
        assertThat(form.fields()).containsOnlyKeys("grant_type", "scope", "twice", "empty");
        assertThat(form.malformed()).isFalse();
    }

    @Test
    void hasNoFieldsOfAMalformedForm() {
        assertThat(form("name=a&other=%zz")).isEqualTo(Form.MALFORMED);
        assertThat(form("name=a&%C3=b")).isEqualTo(Form.MALFORMED);
        assertThat(form("a=1" + "&a=1".repeat(99)).malformed()).isFalse();
        assertThat(form("a=1" + "&a=1".repeat(100))).isEqualTo(Form.MALFORMED);
    }

    private Form form(String body) {
        Object form = read(FORM, "application/x-www-form-urlencoded; charset=utf-8", body);
        assertThat(form).isInstanceOf(Form.class);
        return (Form) form;
    }

    private @Nullable Object read(BodyType<?> type, String mediaType, String body) {
        return reader.read(type, new Sent(Optional.of(mediaType), body.replace('\'', '"')), BodyLimit.OF_CALLERS);
    }

    private ApiException refusal(BodyType<?> type, String mediaType, String body) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> read(type, mediaType, body));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    /** A request of which the body alone matters. */
    private final class Sent implements HttpRequest {

        private final Optional<String> mediaType;
        private final String body;

        Sent(Optional<String> mediaType, String body) {
            this.mediaType = mediaType;
            this.body = body;
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String rawPath() {
            return "/";
        }

        @Override
        public String rawQuery() {
            return "";
        }

        @Override
        public Optional<String> header(String name) {
            return name.equalsIgnoreCase("Content-Type") ? mediaType : Optional.empty();
        }

        @Override
        public List<String> headers(String name) {
            return header(name).stream().toList();
        }

        @Override
        public String origin() {
            return "http://127.0.0.1";
        }

        @Override
        public InetAddress localAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public InetAddress remoteAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public byte[] body(BodyLimit limit) {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void reserve(long bytes) {
            reserved.add(bytes);
        }
    }
}
