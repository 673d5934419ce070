package io.telamon.control.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database user as the API shows it, without anything of its password. */
record UserView(
        AuthenticationTypes.AwsIam awsIAMType,
        String databaseName,
        @Nullable Instant deleteAfterDate,
        @Nullable String description,
        String groupId,
        List<Label> labels,
        AuthenticationTypes.Ldap ldapAuthType,
        List<Link> links,
        AuthenticationTypes.Oidc oidcAuthType,
        List<Granted> roles,
        List<Scope> scopes,
        String username,
        AuthenticationTypes.X509 x509Type) {

    static UserView of(Call<?> call, User user) {
        AuthenticationTypes types = user.authentication();
        String path = "/groups/" + user.projectId() + "/databaseUsers/" + user.database() + "/"
                + URLEncoder.encode(user.name(), UTF_8).replace("+", "%20");
        return new UserView(
                types.awsIAMType(),
                user.database(),
                user.deleteAfter().orElse(null),
                user.facts().description(),
                user.projectId().value(),
                user.facts().labels(),
                types.ldapAuthType(),
                List.of(call.link("self", path)),
                types.oidcAuthType(),
                user.facts().roles(),
                user.facts().scopes(),
                user.name(),
                types.x509Type());
    }
}
