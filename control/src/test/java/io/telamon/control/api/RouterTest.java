package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static java.util.List<Operation> operations() {
        Operations api = new Operations();
        api.operation("list").get("/groups").answers(200, call -> Nothing.DONE);
        api.operation("one").get("/groups/{groupId}").answers(200, call -> Nothing.DONE);
        api.operation("byName").get("/groups/byName/{groupName}").answers(200, call -> Nothing.DONE);
        api.operation("migrate").post("/groups/{groupId}:migrate").answers(200, call -> Nothing.DONE);
        return api.all();
    }
}
