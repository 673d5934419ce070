package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final OperationCatalogue catalogue = OperationCatalogue.load();
    private final Operations api = new Operations(catalogue);

    @Test
    void listsEveryOperationOfTheCatalogue() {
        api.servePage("listGroupAlerts", call -> new Page<>(List.of(), 0));

        assertThat(api.all())
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.all().stream().map(OperationDeclaration::id).toList());
        assertThat(api.all())
                .filteredOn(Operation::served)
                .extracting(Operation::id)
                .containsExactly("listGroupAlerts");
        assertThat(catalogue.all())
                .filteredOn(declaration -> declaration.surface() == ApiBase.ATLAS)
                .hasSize(543);
    }

    @Test
    void routesEveryOperationToItself() {
        List<Operation> all = api.all();
        Router router = new Router(all);

        for (Operation operation : all) {
            String path = operation.fullPath().text().replaceAll("\\{[^}]+}", "x");
            assertThat(router.route(Optional.of(operation.method()), path))
                    .isInstanceOfSatisfying(
                            Router.Route.Found.class,
                            found -> assertThat(found.operation()).isEqualTo(operation));
        }
    }

    @Test
    void refusesToServeWhatTheCatalogueDoesNotHave() {
        assertThatThrownBy(() -> api.serve("makeCoffee", call -> NoContent.DONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the catalogue has no operation makeCoffee");
    }

    @Test
    void takesTheBodyOfTheVersion() {
        ResourceVersion early = ResourceVersion.of("2024-05-30");
        BodyType.Versioned<Record> bodies = new BodyType.Versioned<>(new TreeMap<>(
                Map.of(ResourceVersion.of("2023-02-01"), Old.class, ResourceVersion.of("2024-08-05"), New.class)));

        assertThat(bodies.of(ResourceVersion.of("2023-01-01"))).isEmpty();
        assertThat(bodies.of(early)).contains(Old.class);
        assertThat(bodies.of(ResourceVersion.of("2024-10-23"))).contains(New.class);
    }

    record Old() {}

    record New() {}

    @Test
    void refusesABodyForAVersionThatTheOperationDoesNotHave() {
        assertThatThrownBy(() -> api.<Record>serve(
                        "createGroupCluster", Map.of("2023-02-02", Old.class), call -> NoContent.DONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("createGroupCluster takes bodies in the versions [2023-02-02], and has ");
    }

    @Test
    void refusesASecondHandler() {
        api.serve("getGroup", call -> NoContent.DONE);

        assertThatThrownBy(() -> api.serve("getGroup", call -> NoContent.DONE)).hasMessage("two handlers for getGroup");
    }

    @Test
    void refusesAHandlerThatDoesNotFit() {
        assertThatThrownBy(() -> api.serve("listGroupAlerts", call -> NoContent.DONE))
                .hasMessageContaining("listGroupAlerts answers with no page");
        assertThatThrownBy(() -> api.servePage("getGroup", call -> new Page<>(List.of(), 0)))
                .hasMessageContaining("getGroup answers with a page");
    }
}
