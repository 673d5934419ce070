package io.telamon.control.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.Json;
import io.telamon.gateway.spi.directory.Privilege;
import io.telamon.gateway.spi.directory.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stored custom roles allow. */
class RoleFactsTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'cluster':false}", "{'db':''}", "{'collection':''}", "{'collection':'things'}"})
    void allowNothingWhereTheyDoNotSayOnWhat(String resource) {
        assertThat(allowedOn(resource)).isEmpty();
    }

    @Test
    void allowWhatTheySay() {
        assertThat(allowedOn("{'cluster':true}")).containsExactly(new Resource.Cluster());
        assertThat(allowedOn("{'cluster':true,'collection':'','db':''}")).containsExactly(new Resource.Cluster());
        assertThat(allowedOn("{'cluster':false,'collection':'','db':''}")).containsExactly(new Resource.AnyDatabase());
        assertThat(allowedOn("{'db':'shop'}")).containsExactly(new Resource.Database("shop"));
        assertThat(allowedOn("{'collection':'','db':'shop'}")).containsExactly(new Resource.Database("shop"));
        assertThat(allowedOn("{'collection':'things','db':''}")).containsExactly(new Resource.Collection("", "things"));
        assertThat(allowedOn("{'collection':'things','db':'shop'}"))
                .containsExactly(new Resource.Collection("shop", "things"));
    }

    private static Stream<Resource> allowedOn(String resource) {
        String role = "{'roleName':'clerk','actions':[{'action':'FIND','resources':[" + resource + "]}],"
                + "'inheritedRoles':[]}";
        return new Json()
                .value(role.replace('\'', '"'), RoleFacts.class).role().privileges().stream()
                        .map(Privilege::resource);
    }
}
