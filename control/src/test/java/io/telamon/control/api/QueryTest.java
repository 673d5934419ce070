package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final Map<String, QueryParameter> KNOWN = Stream.concat(
                    QueryParameter.standard(true).stream(),
                    Stream.of(
                            new QueryParameter("text", QueryParameter.Kind.TEXT),
                            new QueryParameter("number", QueryParameter.Kind.NUMBER),
                            new QueryParameter("at", QueryParameter.Kind.TIMESTAMP)))
            .collect(Collectors.toMap(QueryParameter::name, Function.identity()));

    @Test
    void hasTheLastOfSeveralValuesAndAll() {
        Query query = Query.parse("text=one&text=two", KNOWN);

        assertThat(query.text("text")).contains("two");
        assertThat(query.texts("text")).containsExactly("one", "two");
        assertThat(query.text("other")).isEmpty();
        assertThat(query.texts("other")).isEmpty();
    }

    @Test
    void countsAnEmptyValueAsNone() {
        Query query = Query.parse("pretty=&includeCount&pageNum=&&text=&text=x&text=", KNOWN);

        assertThat(query.flag("pretty", true)).isTrue();
        assertThat(query.page(true)).isEqualTo(PageRequest.FIRST);
        assertThat(query.text("text")).isEmpty();
        assertThat(query.texts("text")).containsExactly("x");
    }

    @Test
    void decodesNamesAndValues() {
        assertThat(Query.parse("te%78t=a+b%2Bc%3D%C3%A9=d", KNOWN).text("text")).contains("a b+c=é=d");
    }

    @Test
    void keepsWhatWasSentInTheOrderOfNames() {
        assertThat(Query.parse("pretty=true&text=b&text=a", KNOWN).all().toString())
                .isEqualTo("{pretty=[true], text=[b, a]}");
    }

    @Test
    void takesPagesWhereThereAreSomeAndTheFormEverywhere() {
        assertThat(QueryParameter.standard(false))
                .extracting(QueryParameter::name)
                .containsExactly("pretty", "envelope");
        assertThat(QueryParameter.standard(true))
                .extracting(QueryParameter::name)
                .containsExactly("pretty", "envelope", "pageNum", "itemsPerPage", "includeCount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "%30", "%7A", "%C3%A9"})
    void decodesEveryHexadecimalDigit(String encoded) {
        assertThat(Query.parse("text=" + encoded, KNOWN).text("text"))
                .contains(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void readsTimestampsOfTheYearsThatRfc3339Has(String sent) {
        assertThat(Query.parse("at=" + sent, KNOWN).timestamp("at")).contains(Instant.parse(sent));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
    void readsFlagsInAnyCase(String sent, boolean flag) {
        assertThat(Query.parse("pretty=" + sent, KNOWN).flag("pretty", !flag)).isEqualTo(flag);
    }

    @Test
    void readsAPage() {
        Query query = Query.parse("pageNum=3&itemsPerPage=500&includeCount=false", KNOWN);

        assertThat(query.page(true)).isEqualTo(new PageRequest(3, 500, false));
        assertThat(query.page(true).offset()).isEqualTo(1000);
        assertThat(Query.parse("pageNum=1&itemsPerPage=1", KNOWN).page(true)).isEqualTo(new PageRequest(1, 1, true));
        assertThat(Query.parse("", KNOWN).page(false)).isEqualTo(new PageRequest(1, 100, false));
    }

    @Test
    void readsTimestampsWithAnOffset() {
        assertThat(Query.parse("at=2026-03-01T12:00:00%2B02:00", KNOWN).timestamp("at"))
                .contains(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "=1",
                "Pretty=true",
                "pretty=yes",
                "pretty=1",
                "pageNum=0",
                "pageNum=-1",
                "pageNum=1.5",
                "pageNum=2147483648",
                "itemsPerPage=0",
                "itemsPerPage=501",
                "number=0",
                "text=%",
                "text=%4",
                "text=%zz",
                "text=%C3",
                "text=%00",
                "te%zz=1",
                "text=fine&unknown",
            })
    void refusesWhatTheOperationDoesNotTake(String query) {
        assertThat(catchThrowableOfType(ApiException.class, () -> Query.parse(query, KNOWN))
                        .code())
                .isEqualTo(ErrorCode.INVALID_QUERY_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.2026", "2026-03-01T", "now", "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
    void refusesWhatIsNoTimestampOrOfOtherYears(String sent) {
        assertThat(catchThrowableOfType(ApiException.class, () -> Query.parse("at=" + sent.replace("+", "%2B"), KNOWN))
                        .code())
                .isEqualTo(ErrorCode.INVALID_QUERY_PARAMETER);
    }
}
