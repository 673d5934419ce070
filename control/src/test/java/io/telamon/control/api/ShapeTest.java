package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShapeTest {

    private static final JsonMapper JSON = new JsonMapper();

    enum Color {
        RED,
        GREEN
    }

    record Part(@Nullable String name) {}

    @ReadOnly("id")
    record Thing(
            @Nullable String name,
            @FreeText @Nullable String notes,
            @Nullable Color color,
            @Nullable Boolean flag,
            @Nullable Integer number,
            @Nullable Long large,
            @Nullable Double share,
            @Nullable Instant at,
            @Nullable JsonNode free,
            @Nullable Part part,
            @Nullable List<Part> parts,
            @Nullable Map<String, Part> named) {}

    record Unchecked(@NotNull String name) {}

    record Unbindable(Map<Integer, String> names) {}

    @Test
    void takesEveryAttributeOfItsType() {
        assertThat(check(
                        "{'name':'a','notes':'a\\n\\tb','color':'RED','flag':true,'number':-1,'large':9007199254740993,"
                                + "'share':0.5,'at':'2026-03-01T12:00:00+01:00','free':[{}],'part':{'name':'p'},"
                                + "'parts':[{'name':'q'},{}],'named':{'one':{'name':'r'},'two':{}}}"))
                .isEmpty();
    }

    @Test
    void namesWhatIsWrongWithinAMap() {
        assertThat(check("{'named':{'one':{'name':1,'size':2},'two':3}}"))
                .containsExactlyInAnyOrder(
                        "named.one.name must be a string",
                        "named.one.size is not an attribute that can be set here",
                        "named.two must be an object");
        assertThat(check("{'named':[]}")).containsExactly("named must be an object");
    }

    @Test
    void takesNullForAnyAttribute() {
        assertThat(check("{'name':null,'color':null,'flag':null,'number':null,'part':null,'parts':null}"))
                .isEmpty();
    }

    @Test
    void ignoresLinksAndWhatOnlyTheServerSets() {
        assertThat(check("{'links':[{'rel':'self'}],'id':7}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'surprise':1} | surprise is not an attribute that can be set here",
                "{'part':{'links':1,'id':2}} | part.id is not an attribute that can be set here",
                "{'name':1} | name must be a string",
                "{'name':'a\\nb'} | name must not have control characters",
                "{'notes':'a\\u0007b'} | notes must not have control characters",
                "{'color':'BLUE'} | color must be one of RED, GREEN",
                "{'color':'red'} | color must be one of RED, GREEN",
                "{'color':1} | color must be a string",
                "{'flag':'true'} | flag must be true or false",
                "{'number':1.5} | number must be a whole number",
                "{'number':2147483648} | number must be a whole number",
                "{'number':'1'} | number must be a whole number",
                "{'large':9223372036854775808} | large must be a whole number",
                "{'share':'1'} | share must be a number",
                "{'at':'1.3.2026'} | at must be an ISO 8601 date, with or without a time",
                "{'at':1772366400} | at must be an ISO 8601 date, with or without a time",
                "{'part':[]} | part must be an object",
                "{'parts':{}} | parts must be an array",
                "{'parts':[{'name':'a'},{'name':2},3]} | parts[1].name must be a string, parts[2] must be an object",
                "[] | must be an object",
            })
    void findsWhatIsNotOfItsType(String body, String findings) {
        assertThat(String.join(", ", check(body))).isEqualTo(findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':1,'color':'RED','surprise':2} | {'color':'RED'}",
                "{'name':'a\\u0007b','notes':'fine'} | {'notes':'fine'}",
                "{'color':'BLUE'} | {}",
                "{'color':1} | {}",
                "{'number':'1','flag':true} | {'flag':true}",
                "{'part':7} | {}",
                "{'part':{'name':3}} | {'part':{}}",
                "{'parts':7} | {}",
                "{'parts':[7,{}]} | {}",
                "{'parts':[{},7]} | {}",
                "{'parts':[{'name':7},{'name':'b'}]} | {'parts':[{},{'name':'b'}]}",
                "{'links':[],'id':1,'name':'a'} | {'name':'a'}",
            })
    void removesWhatCannotBeBoundSoThatTheRestCan(String body, String rest) {
        JsonNode tree = JSON.readTree(body.replace('\'', '"'));

        assertThat(Shape.of(Thing.class).check("", tree, new Findings())).isTrue();
        assertThat(tree).isEqualTo(JSON.readTree(rest.replace('\'', '"')));
    }

    @Test
    void cannotBindWhatIsNoObject() {
        assertThat(Shape.of(Thing.class).check("", JSON.readTree("[]"), new Findings()))
                .isFalse();
    }

    @Test
    void stopsLookingWhenThereIsEnough() {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < Findings.MOST + 10; i++) {
            body.append(i == 0 ? "" : ",").append("'s").append(i).append("':1");
        }

        assertThat(check(body + "}")).hasSize(Findings.MOST);
    }

    @Test
    void refusesTypesThatJsonDoesNotHave() {
        assertThatThrownBy(() -> Shape.of(Unbindable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no JSON form for");
        assertThatThrownBy(() -> Shape.of(Object.class)).hasMessageContaining("no JSON form for");
    }

    @Test
    void refusesConstraintsThatNobodyWouldCheck() {
        assertThatThrownBy(() -> Shape.of(Unchecked.class)).hasMessageContaining("not annotated as @Valid");
    }

    /** What is found in a body of a {@link Thing}, each as its path and what is wrong. */
    private static List<String> check(String body) {
        Findings findings = new Findings();
        Shape.of(Thing.class).check("", JSON.readTree(body.replace('\'', '"')), findings);
        return findings.isEmpty() ? List.of() : found(findings);
    }

    private static List<String> found(Findings findings) {
        return findings.refusal().violations().stream()
                .map(found -> (found.field() + " " + found.description()).strip())
                .toList();
    }
}
