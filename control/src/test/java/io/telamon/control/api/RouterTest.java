package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private final Router router = new Router(operations());

    @ParameterizedTest
    @CsvSource({
        "GET, /api/atlas/v2/groups, list, ",
        "GET, /api/atlas/v2/groups/, list, ",
        "GET, /api/atlas/v2/groups/abc, one, abc",
        "GET, /api/atlas/v2/groups/byName/abc, byName, abc",
        "POST, /api/atlas/v2/groups/abc:migrate, migrate, abc",
        "GET, /api/atlas/v2/groups/a%2Fb, one, a/b",
        "GET, /api/atlas/v2/groups/a+b, one, a+b",
        "GET, //api/atlas/v2/groups/abc, one, abc",
        "GET, /api/atlas/v2/groups/a;b, one, a;b",
        "GET, /api/atlas/v2/groups/a%3Bb, one, a;b",
        "GET, /api/atlas/v2/groups/;a=b, one, ;a=b",
        "GET, /api/atlas/v2/groups/a%253Bb, one, a%3Bb",
        "GET, /api/atlas/v2/groups/.., one, ..",
        "GET, /api/atlas/v2/groups/%2e%2e, one, ..",
        "GET, /api/atlas/v2/groups/%C3%A9, one, é",
    })
    void findsTheOperationOfAPath(Method method, String path, String id, String value) {
        Router.Route route = router.route(Optional.of(method), path);

        assertThat(route).isInstanceOfSatisfying(Router.Route.Found.class, found -> {
            assertThat(found.operation().id()).isEqualTo(id);
            if (value != null) {
                assertThat(found.parameters()).containsValue(value);
            }
        });
    }

    @Test
    void tellsAPathWithoutTheMethodFromOneThatIsUnknown() {
        assertThat(router.route(Optional.of(Method.DELETE), "/api/atlas/v2/groups"))
                .isInstanceOf(Router.Route.OtherMethods.class);
        assertThat(router.route(Optional.empty(), "/api/atlas/v2/groups"))
                .isInstanceOf(Router.Route.OtherMethods.class);
        assertThat(router.route(Optional.of(Method.GET), "/api/atlas/v2/nothing"))
                .isInstanceOf(Router.Route.Unknown.class);
        assertThat(router.route(Optional.of(Method.GET), "/")).isInstanceOf(Router.Route.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0ab", "%7f", "%c2%85", "%", "%4", "%zz", "%ff", "%ed%a0%80", "a#b", "%+1"})
    void refusesSegmentsThatAreNoText(String segment) {
        assertThat(router.route(Optional.of(Method.GET), "/api/atlas/v2/groups/" + segment))
                .isInstanceOf(Router.Route.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/atlas/v2//groups", "/api/atlas/v2/groups//abc", "/api/atlas/v2/groups//"})
    void takesAnEmptySegmentForOne(String path) {
        assertThat(router.route(Optional.of(Method.GET), path)).isInstanceOf(Router.Route.Unknown.class);
    }

    private static List<Operation> operations() {
        return List.of(
                operation("list", Method.GET, "/groups"),
                operation("one", Method.GET, "/groups/{groupId}"),
                operation("byName", Method.GET, "/groups/byName/{groupName}"),
                operation("migrate", Method.POST, "/groups/{groupId}:migrate"));
    }

    private static Operation operation(String id, Method method, String path) {
        return Operation.unserved(CatalogueReaderTest.declaration(id, method, path));
    }
}
