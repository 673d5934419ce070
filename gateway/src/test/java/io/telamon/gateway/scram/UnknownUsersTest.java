package io.telamon.gateway.scram;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.credential.PasswordKeys;
import io.telamon.gateway.credential.ScramCredential;
import io.telamon.gateway.credential.ScramMechanism;
import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody learns who exists, and guessing gets slow. */
class UnknownUsersTest {

    private final UnknownUsers unknown = new UnknownUsers(new byte[16]);

    @ParameterizedTest
    @EnumSource
    void lookLikeUsersThatExist(ScramMechanism mechanism) {
        ScramCredential real = Objects.requireNonNull(
                new PasswordKeys(new SecureRandom()).derive("known", "secret").get(mechanism));
        ScramCredential fake = unknown.credential(mechanism, "project.admin", "nobody");

        assertThat(fake.salt()).hasSameSizeAs(real.salt());
        assertThat(fake.iterations()).isEqualTo(real.iterations());
    }

    @Test
    void haveTheSameSaltEachTimeAndEachTheirOwn() {
        byte[] salt = unknown.credential(ScramMechanism.SHA_256, "p", "a").salt();

        assertThat(unknown.credential(ScramMechanism.SHA_256, "p", "a").salt()).isEqualTo(salt);
        assertThat(unknown.credential(ScramMechanism.SHA_256, "p", "b").salt()).isNotEqualTo(salt);
        assertThat(new UnknownUsers(new byte[] {1, 2, 3})
                        .credential(ScramMechanism.SHA_256, "p", "a")
                        .salt())
                .isNotEqualTo(salt);
    }

    @Test
    void makesFailuresWaitLongerAndForgets() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        FailureDelay delay = new FailureDelay(now::get);
        ProjectId project = new ProjectId("p");
        InetAddress address = InetAddress.getLoopbackAddress();

        assertThat(delay.failed(project, address)).isEqualTo(Duration.ofMillis(50));
        assertThat(delay.failed(project, address)).isEqualTo(Duration.ofMillis(100));
        assertThat(delay.failed(project, address)).isEqualTo(Duration.ofMillis(200));
        assertThat(delay.failed(new ProjectId("q"), address)).isEqualTo(Duration.ofMillis(50));
        for (int i = 0; i < 50; i++) {
            delay.failed(project, address);
        }
        assertThat(delay.failed(project, address)).isEqualTo(Duration.ofMillis(3200));
        now.set(Instant.EPOCH.plusSeconds(61));
        assertThat(delay.failed(project, address)).isEqualTo(Duration.ofMillis(50));
    }
}
