package io.telamon.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.directory.BuiltInRoleName;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.RoleGrant;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInRoleTest {

    @ParameterizedTest
    @EnumSource
    void allowSomethingWhateverTheyAreCalled(BuiltInRoleName name) {
        List<Privilege> privileges = BuiltInRole.named(name.text())
                .orElseThrow()
                .privileges(new RoleGrant(name.text(), "admin"))
                .toList();

        assertThat(privileges)
                .anySatisfy(privilege -> assertThat(privilege.actions()).isNotEmpty());
    }

    @Test
    void allowTheBalancerToBeManagedAndNothingElse() {
        Privileges privileges = new Privileges(BuiltInRole.named("manageShardBalancer")
                .orElseThrow()
                .privileges(new RoleGrant("manageShardBalancer", "admin"))
                .toList());

        assertThat(privileges.allow(Action.UPDATE, new Namespace("config", "settings")))
                .isTrue();
        assertThat(privileges.allow(Action.FIND, new Namespace("config", "shards")))
                .isFalse();
    }
}
