package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnservedOperationsTest {

    @Test
    void declaresWhatNobodyElseHasDeclared() {
        Operations api = new Operations();
        api.operation("listGroupAlerts")
                .get("/groups/{groupId}/alerts")
                .version("2023-01-01")
                .authenticated()
                .answers(200, call -> Nothing.DONE);

        UnservedOperations.declare(api);

        List<Operation> alerts = api.all().stream()
                .filter(operation -> operation.id().equals("listGroupAlerts"))
                .toList();
        assertThat(alerts).hasSize(1).allMatch(Operation::served);
        assertThat(api.all()).hasSizeGreaterThan(200);
    }

    @Test
    void givesEveryOperationAPlaceOfItsOwn() {
        Operations api = new Operations();
        UnservedOperations.declare(api);

        Router router = new Router(api.all());

        for (Operation operation : api.all()) {
            String path = operation.fullPath().text().replaceAll("\\{[^}]+}", "x");
            assertThat(router.route(java.util.Optional.of(operation.method()), path))
                    .isInstanceOfSatisfying(
                            Router.Route.Found.class,
                            found -> assertThat(found.operation()).isEqualTo(operation));
        }
    }

    @Test
    void knowsTheEndOfAVersion() {
        Operations api = new Operations();
        UnservedOperations.declare(api);

        Operation acknowledge = api.all().stream()
                .filter(operation -> operation.id().equals("acknowledgeGroupAlert"))
                .findFirst()
                .orElseThrow();

        assertThat(acknowledge.versions().stream()
                        .map(version -> version.version().toString()))
                .containsExactly("2023-01-01", "2024-05-30");
        assertThat(acknowledge.versions().getFirst().sunset()).hasToString("Optional[2027-07-01]");
    }
}
