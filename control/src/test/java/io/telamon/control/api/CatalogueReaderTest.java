package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private static final String SETS_HEAD = "name\tscope\tcapacity\trefill\tseconds";
    private static final String HEAD = "id\tapi\tmethod\tpath\tversions\taccess\tendpointSet\tresponse\tquery\tsunset";
    private static final List<String> SETS = List.of(
            SETS_HEAD, "THINGS\tGROUP\t10\t5\t60", "THINGS_OF_USER\tUSER\t10\t5\t60", "ALL\tORGANIZATION\t10\t5\t60");

    @Test
    void readsWhatAnOperationIs() {
        OperationDeclaration list = read("listThings\tatlas\tGET\t/groups/{groupId}/things"
                + "\t2023-01-01:2024-08-05:2027-07-01+csv 2024-08-05=gzip\tGROUP_OWNER GROUP_CLUSTER_MANAGER"
                + "\tTHINGS\t200 page\tminDate:timestamp\t");

        assertThat(list.fullName()).isEqualTo("GET /api/atlas/v2/groups/{groupId}/things");
        assertThat(list.versions())
                .extracting(OfferedVersion::formats)
                .containsExactly(Set.of("csv", "json"), Set.of("gzip"));
        assertThat(list.versions().getFirst().deprecated()).hasToString("Optional[2024-08-05]");
        assertThat(list.versions().getFirst().sunset()).hasToString("Optional[2027-07-01]");
        assertThat(list.requirement())
                .isEqualTo(new Requirement.InProject(Set.of(Role.GROUP_OWNER, Role.GROUP_CLUSTER_MANAGER)));
        assertThat(list.endpointSet()).map(EndpointSet::capacity).hasValue(10);
        assertThat(list.response()).isEqualTo(new Response(200, Response.Kind.PAGE, false));
        assertThat(list.query())
                .containsOnlyKeys("minDate", "pretty", "envelope", "pageNum", "itemsPerPage", "includeCount");
    }

    @Test
    void readsWhatLinksShowOfAParameterThatIsNotSent() {
        OperationDeclaration list = read("listThings\tatlas\tGET\t/groups/{groupId}/things\t2023-01-01\tGROUP_OWNER"
                + "\tTHINGS\t200 page\tdeleted:boolean=false name:text\t");

        assertThat(list.query())
                .containsEntry(
                        "deleted", new QueryParameter("deleted", QueryParameter.Kind.BOOLEAN, Optional.of("false")))
                .containsEntry("name", new QueryParameter("name", QueryParameter.Kind.TEXT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "atlas | /groups/{groupId}/x | '' | GROUP_OWNER | '' | 200 object | has no version",
                "atlas | /orgs/{orgId}/x | 2023-01-01 | GROUP_OWNER | '' | 200 object | has no {groupId} in its path, which its role refers to",
                "atlas | /groups/{groupId}/x | 2023-01-01 | ORG_OWNER | '' | 200 object | has no {orgId} in its path, which its role refers to",
                "atlas | /orgs/{orgId}/x | 2023-01-01 | ORG_OWNER | THINGS | 200 object | has no {groupId} in its path, which its endpoint set refers to",
                "atlas | /groups/{groupId}/x | 2023-01-01 | GROUP_OWNER | ALL | 200 object | has no {orgId} in its path, which its endpoint set refers to",
                "atlas | /x | 2023-01-01 | anyone | THINGS_OF_USER | 200 object | counts requests by user",
                "atlas | /x | 2023-01-01 | authenticated | NO_SET | 200 object | has the unknown endpoint set NO_SET",
                "atlas | /x | 2023-01-01 | GROUP_OWNER ORG_OWNER | '' | 200 object | needs roles of organizations or of projects",
                "atlas | /x | 2023-01-01 | authenticated | '' | 404 object | no status of success",
                "atlas | /x | yesterday | authenticated | '' | 200 object | yesterday",
                "mars | /x | 2023-01-01 | authenticated | '' | 200 object | MARS",
            })
    void refusesALineThatIsNotSoundAndNamesTheOperation(
            String api, String path, String versions, String access, String set, String response, String reason) {
        String line = String.join("\t", "theOne", api, "GET", path, versions, access, set, response, "", "");

        assertThatThrownBy(() -> read(line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("theOne")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        String line = "theOne\tprivate\tGET\t/x\t\tanyone\t\t200 object\t\t";

        assertThatThrownBy(() -> OperationCatalogue.read(SETS, List.of(HEAD, line, line)))
                .hasMessageContaining("theOne is declared twice");
    }

    @Test
    void refusesALineOfTooFewColumns() {
        assertThatThrownBy(() -> read("theOne\tprivate\tGET\t/x")).hasMessageContaining("theOne has 4 columns, not 10");
    }

    /** The declaration of an operation that anyone may call. */
    static OperationDeclaration declaration(String id, Method method, String path) {
        return read(
                String.join("\t", id, "atlas", method.name(), path, "2023-01-01", "anyone", "", "200 object", "", ""));
    }

    /** A catalogue of these lines. */
    static OperationCatalogue catalogue(String... lines) {
        return OperationCatalogue.read(
                SETS, Stream.concat(Stream.of(HEAD), Stream.of(lines)).toList());
    }

    private static OperationDeclaration read(String line) {
        Optional<OperationDeclaration> read = catalogue(line).all().stream().findFirst();
        return read.orElseThrow();
    }
}
