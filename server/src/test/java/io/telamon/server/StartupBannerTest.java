package io.telamon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartupBannerTest {

    @Test
    void saysWhereEverythingIs() {
        assertThat(StartupBanner.text(facts("/srv/data", false, Optional.empty())))
                .contains("answers at http://127.0.0.1:1234/ after 0.42 s")
                .contains("organization  org")
                .contains("owner         owner@example.org")
                .contains("/srv/data/credentials.env (just made)")
                .contains("set -a; . /srv/data/credentials.env; set +a\n")
                .contains("curl --digest")
                .contains("Drivers connect to connectionStrings.standard")
                .doesNotContain("Everything was found", "CA");
    }

    @Test
    void saysThatALaterStartFoundEverything() {
        assertThat(StartupBanner.text(facts("/srv/data", true, Optional.empty())))
                .contains("Everything was found as it was left.")
                .doesNotContain("just made");
    }

    @Test
    void saysWhatClientsNeedToTrust() {
        assertThat(StartupBanner.text(facts("/srv/data", false, Optional.of(Path.of("/srv/data/tls/ca.pem")))))
                .contains("local CA      /srv/data/tls/ca.pem")
                .contains("export SSL_CERT_FILE=$TELAMON_CA_FILE")
                .contains("curl --cacert \"$TELAMON_CA_FILE\" --digest");
    }

    @Test
    void quotesAPathThatAShellWouldSplit() {
        assertThat(StartupBanner.text(facts("/my data/it's", false, Optional.empty())))
                .contains(". '/my data/it'\\''s/credentials.env'");
    }

    @Test
    void namesNoFileThatIsNotThere() {
        assertThat(StartupBanner.text(facts("", true, Optional.empty())))
                .contains("credentials   not in this data folder")
                .doesNotContain(". credentials.env");
    }

    private static TelamonServer.Facts facts(String folder, boolean found, Optional<Path> caFile) {
        return new TelamonServer.Facts(
                "http://127.0.0.1:1234/",
                1234,
                "org",
                "project",
                Optional.of("owner@example.org"),
                Path.of(folder, "credentials.env"),
                !folder.isEmpty(),
                found,
                caFile,
                "telamon.db (SQLite)",
                "embedded",
                "flex",
                "quick",
                Duration.ofMillis(420));
    }
}
