package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    @Test
    void ownersOfAnOrganizationHaveEveryRoleInIt() {
        assertThat(included(Role.ORG_OWNER))
                .containsExactly(
                        Role.ORG_OWNER,
                        Role.ORG_GROUP_CREATOR,
                        Role.ORG_BILLING_ADMIN,
                        Role.ORG_BILLING_READ_ONLY,
                        Role.ORG_STREAM_PROCESSING_ADMIN,
                        Role.ORG_READ_ONLY,
                        Role.ORG_MEMBER);
    }

    @Test
    void ownersOfAProjectHaveEveryRoleInIt() {
        assertThat(included(Role.GROUP_OWNER))
                .containsExactly(
                        Role.GROUP_OWNER,
                        Role.GROUP_CLUSTER_MANAGER,
                        Role.GROUP_BACKUP_MANAGER,
                        Role.GROUP_DATABASE_ACCESS_ADMIN,
                        Role.GROUP_DATA_ACCESS_ADMIN,
                        Role.GROUP_DATA_ACCESS_READ_WRITE,
                        Role.GROUP_DATA_ACCESS_READ_ONLY,
                        Role.GROUP_OBSERVABILITY_VIEWER,
                        Role.GROUP_SEARCH_INDEX_EDITOR,
                        Role.GROUP_STREAM_PROCESSING_OWNER,
                        Role.GROUP_READ_ONLY);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ORG_OWNER", "GROUP_OWNER"})
    void othersHaveTheirOwnRoleAndMembershipOrReading(Role role) {
        Role least = role.isOrganizational() ? Role.ORG_MEMBER : Role.GROUP_READ_ONLY;

        assertThat(included(role)).containsOnly(role, least).contains(role, least);
    }

    @ParameterizedTest
    @EnumSource
    void isOfOrganizationsWhenItsNameSaysSo(Role role) {
        assertThat(role.isOrganizational()).isEqualTo(role.name().startsWith("ORG_"));
    }

    @ParameterizedTest
    @CsvSource({
        "ORG_OWNER, GROUP_OWNER, true",
        "ORG_OWNER, GROUP_READ_ONLY, true",
        "ORG_READ_ONLY, GROUP_READ_ONLY, true",
        "ORG_READ_ONLY, GROUP_CLUSTER_MANAGER, false",
        "ORG_MEMBER, GROUP_READ_ONLY, false",
        "ORG_GROUP_CREATOR, GROUP_READ_ONLY, false",
    })
    void reachesIntoProjectsForOwnersAndReadersOfTheOrganization(Role held, Role needed, boolean reaches) {
        assertThat(held.reachesIntoProjects(needed)).isEqualTo(reaches);
    }

    private static Role[] included(Role role) {
        return Arrays.stream(Role.values()).filter(role::includes).toArray(Role[]::new);
    }
}
