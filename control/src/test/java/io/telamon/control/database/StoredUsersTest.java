package io.telamon.control.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.ControlSettings;
import io.telamon.control.TestControlPlane;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.DatabaseUser;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Database users as the gateway gets them. */
class StoredUsersTest {

    @TempDir
    private Path folder;

    private TestControlPlane plane;
    private StoredUsers users;

    @BeforeEach
    void start() {
        Store store = TestStores.open(folder);
        plane = TestControlPlane.start(store, ControlSettings.defaults());
        users = new StoredUsers(store, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void areLimitedToTheClustersThatTheirScopesName() {
        DatabaseUser ann = scoped("{'name':'c0','type':'CLUSTER'},{'name':'c1','type':'DATA_LAKE'}")
                .orElseThrow();

        assertThat(ann.mayUse("c0")).isTrue();
        assertThat(ann.mayUse("c1")).as("a data lake of that name").isFalse();
    }

    @Test
    void areNotThereWhereTheirScopesNameNoCluster() {
        assertThat(scoped("{'name':'c0','type':'DATA_LAKE'},{'name':'c1','type':'STREAM'}"))
                .isEmpty();
    }

    @Test
    void getIntoEveryClusterWithoutScopes() {
        assertThat(scoped("").orElseThrow().mayUse("c0")).isTrue();
    }

    @Test
    void haveNothingThatVerifiesAPasswordWhereTheyAuthenticateOtherwise() {
        plane.owner()
                .post(
                        "/groups/" + TestControlPlane.PROJECT + "/databaseUsers",
                        "{'databaseName':'$external','username':'ann','x509Type':'MANAGED',"
                                + "'roles':[{'roleName':'read','databaseName':'shop'}]}");

        assertThat(users.find(new ProjectId(TestControlPlane.PROJECT), "$external", "ann")
                        .orElseThrow()
                        .credentials())
                .isEmpty();
    }

    private Optional<DatabaseUser> scoped(String scopes) {
        plane.owner()
                .post(
                        "/groups/" + TestControlPlane.PROJECT + "/databaseUsers",
                        "{'databaseName':'admin','username':'ann','password':'correct-horse',"
                                + "'roles':[{'roleName':'read','databaseName':'shop'}],'scopes':[" + scopes + "]}");
        return users.find(new ProjectId(TestControlPlane.PROJECT), "admin", "ann");
    }
}
