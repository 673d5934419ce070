package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Json;
import io.telamon.control.api.Method;
import io.telamon.control.api.Operation;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.api.Requirement;
import io.telamon.control.api.Role;
import io.telamon.control.api.Scopes;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.gateway.model.ProjectId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every served operation asked for by holders of one role, in their own scope, a sibling project and a foreign one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequiredRolesTest {

    private static final String OURS = AccessServer.ORGANIZATION;
    private static final String THEIRS = AccessServer.FOREIGN_ORGANIZATION;
    private static final String OWN = AccessServer.PROJECT;
    private static final String SIBLING = AccessServer.OTHER_PROJECT;
    private static final String FOREIGN = AccessServer.FOREIGN_PROJECT;
    private static final Map<String, String> PROJECTS = Map.of(OWN, OURS, SIBLING, OURS, FOREIGN, THEIRS);

    /** What a request is answered that authorization lets pass. */
    private static final ErrorCode PASSED = ErrorCode.ORG_NOT_EMPTY;

    private TestControlPlane plane;
    private List<Operation> served;

    @BeforeAll
    void start(@TempDir Path folder) {
        plane = TestControlPlane.start(folder, ControlSettings.defaults());
        served = plane.operations().stream().filter(Operation::served).toList();
    }

    @AfterAll
    void filter() {
        plane.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letPassWhoHasThem(Role role) {
        String scope = role.name().startsWith("ORG_") ? OURS : OWN;
        // Whoever has a role in a project is a member of its organization.
        Set<Grant> grants =
                Set.copyOf(List.of(new Grant(role, new ScopeId(scope)), new Grant(Role.ORG_MEMBER, new ScopeId(OURS))));
        Pipeline pipeline = pipeline(new Caller(Caller.Kind.API_KEY, "id", "name", new OrganizationId(OURS), grants));
        Rights rights = Rights.of(grants, PROJECTS);

        List<String> wrong = new ArrayList<>();
        for (Operation operation : served) {
            wrong.addAll(wrong(pipeline, operation, rights, OURS, OWN));
            wrong.addAll(wrong(pipeline, operation, rights, OURS, SIBLING));
            wrong.addAll(wrong(pipeline, operation, rights, THEIRS, FOREIGN));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ofChangesAreMoreThanThoseOfReaders() {
        Set<Role> readers = EnumSet.of(
                Role.ORG_MEMBER,
                Role.ORG_READ_ONLY,
                Role.ORG_BILLING_READ_ONLY,
                Role.GROUP_READ_ONLY,
                Role.GROUP_OBSERVABILITY_VIEWER);

        assertThat(served.stream().filter(operation -> operation.method() != Method.GET))
                .noneMatch(operation -> roles(operation.requirement()).stream().anyMatch(readers::contains));
    }

    @Test
    void areDeclaredForAllChangesButThoseThatLookThemselves() {
        assertThat(served.stream()
                        .filter(operation -> operation.method() != Method.GET)
                        .filter(operation -> roles(operation.requirement()).isEmpty())
                        .map(Operation::id))
                .containsExactlyInAnyOrder(
                        "createAccessToken",
                        "revokeAccessToken",
                        "createGroup",
                        "createUser",
                        "takeTelemetry",
                        "takeTelemetryUnauthenticated");
    }

    private static List<String> wrong(
            Pipeline pipeline, Operation operation, Rights rights, String organizationId, String projectId) {
        String path = operation
                .fullPath()
                .text()
                .replace("{orgId}", organizationId)
                .replace("{groupId}", projectId)
                .replaceAll("\\{[^}]*}", "x");
        int status = pipeline.serve(new DirectRequest(operation.method().name(), path, "", ""))
                .status();
        int right = mayCall(operation.requirement(), rights, organizationId, projectId) ? PASSED.status() : 401;
        return status == right ? List.of() : List.of(operation.id() + " " + path + " answered " + status);
    }

    private static boolean mayCall(Requirement requirement, Rights rights, String organizationId, String projectId) {
        return switch (requirement) {
            case Requirement.Nothing nothing -> true;
            case Requirement.Authentication authentication -> true;
            case Requirement.OwnOrganization own -> rights.has(own.role(), OURS);
            case Requirement.FirstOrganization first -> rights.has(first.role(), OURS);
            case Requirement.InOrganization in ->
                in.roles().stream().anyMatch(role -> rights.has(role, organizationId));
            case Requirement.InProject in -> in.roles().stream().anyMatch(role -> rights.has(role, projectId));
        };
    }

    private static Set<Role> roles(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Nothing nothing -> Set.of();
            case Requirement.Authentication authentication -> Set.of();
            case Requirement.OwnOrganization own -> Set.of(own.role());
            case Requirement.FirstOrganization first -> Set.of(first.role());
            case Requirement.InOrganization in -> in.roles();
            case Requirement.InProject in -> in.roles();
        };
    }

    /** The served operations behind authorization alone. */
    private Pipeline pipeline(Caller caller) {
        return new Pipeline(
                served,
                List.of(
                        exchange -> exchange.authenticatedAs(caller),
                        RequestFilters.authorize(new TwoOrganizations()),
                        exchange -> {
                            throw PASSED.about();
                        }),
                stale -> "Digest",
                new Json());
    }

    private static final class TwoOrganizations implements Scopes {

        @Override
        public Optional<OrganizationId> organizationOfProject(ProjectId projectId) {
            return Optional.ofNullable(PROJECTS.get(projectId.value())).map(OrganizationId::new);
        }

        @Override
        public boolean organizationExists(OrganizationId organizationId) {
            return PROJECTS.containsValue(organizationId.value());
        }

        @Override
        public boolean isFirstOrganization(OrganizationId organizationId) {
            return organizationId.value().equals(OURS);
        }
    }
}
