package io.telamon.server;

import io.telamon.server.TelamonServer.Facts;
import io.telamon.server.data.ShellWord;
import java.time.Duration;
import java.util.Locale;

/** What {@code serve} prints once clients can come. */
final class StartupBanner {

    private StartupBanner() {}

    /** One line for logs, without a secret in it. */
    static String line(Facts facts) {
        return "%s answers at %s after %s; credentials: %s"
                .formatted(Version.name(), facts.baseUrl(), seconds(facts.startedIn()), credentials(facts));
    }

    /** The text for people, without a secret in it. */
    static String text(Facts facts) {
        String credentials = facts.hasCredentials()
                ? "set -a; . %s; set +a"
                        .formatted(ShellWord.quoted(facts.credentialsFile().toString()))
                : "set -a; . CREDENTIALS; set +a   # credentials.env of the server that made the organization";
        String trust = facts.caFile()
                .map(file -> "\n  export SSL_CERT_FILE=$TELAMON_CA_FILE   # clients written in Go read this")
                .orElse("");
        String cacert =
                facts.caFile().map(file -> "--cacert \"$TELAMON_CA_FILE\" ").orElse("");
        return facts(facts) + """

                In another shell:

                  %s%s

                  # curl
                  curl %s--digest --user "$MONGODB_ATLAS_PUBLIC_API_KEY:$MONGODB_ATLAS_PRIVATE_API_KEY" \\
                    --header 'Accept: application/vnd.atlas.2024-11-13+json' \\
                    "${MONGODB_ATLAS_BASE_URL}api/atlas/v2/groups/$MONGODB_ATLAS_PROJECT_ID/flexClusters"

                  # Atlas CLI
                  MONGODB_ATLAS_OPS_MANAGER_URL=$MONGODB_ATLAS_BASE_URL atlas clusters list --tier FLEX

                  # Terraform: provider "mongodbatlas" {} reads the same variables
                  terraform plan

                  # Go SDK
                  admin.NewClient(admin.UseBaseURL(os.Getenv("MONGODB_ATLAS_BASE_URL")),
                    admin.UseOAuthAuth(ctx, os.Getenv("MONGODB_ATLAS_CLIENT_ID"), os.Getenv("MONGODB_ATLAS_CLIENT_SECRET")))

                Drivers connect to connectionStrings.standard of a cluster that is IDLE, once its project has a database user and
                an access list entry for where they come from.

                Ctrl-C stops the server.
                """.formatted(credentials, trust, cacert);
    }

    private static String facts(Facts facts) {
        StringBuilder text = new StringBuilder("\n%s answers at %s after %s\n\n"
                .formatted(Version.name(), facts.baseUrl(), seconds(facts.startedIn())));
        line(text, "organization", facts.organizationId());
        line(text, "project", facts.projectId());
        facts.ownerEmail().ifPresent(email -> line(text, "owner", email));
        line(text, "credentials", credentials(facts));
        facts.caFile().ifPresent(file -> line(text, "local CA", file.toString()));
        line(text, "database", facts.database());
        line(text, "engine", facts.engine());
        line(text, "calendar", facts.calendar());
        line(text, "pace", facts.pace());
        if (facts.found()) {
            text.append("\nEverything was found as it was left.\n");
        }
        return text.toString();
    }

    private static String credentials(Facts facts) {
        return facts.hasCredentials()
                ? facts.credentialsFile() + (facts.found() ? "" : " (just made)")
                : "not in this data folder";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-13s %s\n".formatted(name, value));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
