package io.telamon.server;

import java.io.IOException;

/**
 * A cluster that drivers may connect to.
 *
 * @param uri with a user that may do everything
 */
record TestCluster(String id, String uri) {

    static final String PASSWORD = "correct-horse";

    /** Makes one in a project that lets the user in. */
    static TestCluster make(ServerApi api, String name) throws IOException, InterruptedException {
        api.call("POST", "/flexClusters", draft(name));
        String answer = api.call("GET", "/flexClusters/" + name, "");
        String uri = ServerApi.value(answer, "standard").replace("://", "://ann:" + PASSWORD + "@");
        return new TestCluster(ServerApi.value(answer, "id"), uri + "&serverSelectionTimeoutMS=5000");
    }

    static String draft(String name) {
        return "{'name':'" + name + "','providerSettings':{'backingProviderName':'AWS','regionName':'US_EAST_1'}}";
    }

    /** Lets the user into the clusters of a project, from this machine. */
    static void letIn(ServerApi api) throws IOException, InterruptedException {
        api.call(
                "POST",
                "/databaseUsers",
                "{'databaseName':'admin','username':'ann','password':'" + PASSWORD + "',"
                        + "'roles':[{'roleName':'atlasAdmin','databaseName':'admin'}]}");
        api.call("POST", "/accessList", "[{'ipAddress':'127.0.0.1'}]");
    }
}
