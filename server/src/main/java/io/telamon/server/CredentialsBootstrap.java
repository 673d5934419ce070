package io.telamon.server;

import io.telamon.control.BootstrapCredentials;
import io.telamon.control.BootstrapIds;
import io.telamon.control.InstallationBootstrap;
import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.gateway.model.ProjectId;
import io.telamon.server.data.Credentials;
import io.telamon.server.data.CredentialsFile;
import io.telamon.server.data.Owner;
import io.telamon.server.settings.BootstrapSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database's first organization and {@code credentials.env} together. On an empty database the file is
 * staged before the database is written, so that a crash between the two loses no secret, and appears once clients can come.
 */
final class CredentialsBootstrap {

    private static final Logger log = LoggerFactory.getLogger(CredentialsBootstrap.class);

    private static final String ELSEWHERE =
            "the credentials of the first organization are not in this data folder, but in"
                    + " credentials.env of the server that made it";

    private static final String LOST = "{} is gone, or of another database, and its secrets are kept nowhere else."
            + " Bring it back from a copy; or start once with TELAMON_BOOTSTRAP_PUBLIC_API_KEY, _PRIVATE_API_KEY,"
            + " _CLIENT_ID and _CLIENT_SECRET set to new ones, which become owners and are written there";

    private final InstallationBootstrap bootstrap;
    private final BootstrapSettings wanted;
    private final CredentialsFile file;
    private final ObjectIdGenerator ids;
    private final Place place;
    private final CredentialMaker maker = new CredentialMaker();

    CredentialsBootstrap(
            InstallationBootstrap bootstrap,
            BootstrapSettings wanted,
            CredentialsFile file,
            ObjectIdGenerator ids,
            Place place) {
        this.bootstrap = bootstrap;
        this.wanted = wanted;
        this.file = file;
        this.ids = ids;
        this.place = place;
    }

    /**
     * Where the server is.
     *
     * @param sharesDatabase whether another server may have made the organization, and have its credentials
     * @param caFile the certificate that clients need to trust, if any
     */
    record Place(boolean sharesDatabase, Optional<Path> caFile) {}

    /**
     * What the first start of the installation made.
     *
     * @param found whether that was an earlier start than this
     * @param credentials nothing when nobody knows their secrets any more
     * @param owner the person who owns the organization
     */
    record Outcome(
            BootstrapIds installation, boolean found, Optional<Credentials> credentials, Optional<Owner> owner) {}

    /** Makes the first organization and its credentials if the database is empty, and finds them if it is not. */
    Outcome run() {
        Optional<BootstrapIds> installation = bootstrap.find();
        if (installation.isPresent()) {
            return rejoin(installation.get());
        }
        Credentials first = first();
        file.stage(first);
        BootstrapIds made =
                new BootstrapIds(new OrganizationId(first.organizationId()), new ProjectId(first.projectId()));
        if (bootstrap.initialize(
                made, wanted.organizationName(), wanted.projectName(), wanted.ownerEmail(), owner(first))) {
            return new Outcome(made, false, Optional.of(first), owningPerson(made));
        }
        file.unstage();
        return rejoin(bootstrap.find().orElseThrow());
    }

    /** Writes the file as it is to be from now on. */
    void write(Outcome outcome, String baseUrl) {
        outcome.credentials()
                .ifPresent(credentials -> file.write(credentials, outcome.owner(), baseUrl, place.caFile()));
    }

    private Outcome rejoin(BootstrapIds installation) {
        Optional<Credentials> known = file.read()
                .filter(read -> read.organizationId()
                        .equals(installation.organizationId().value()))
                .or(() -> wanted.isComplete() ? Optional.of(random()) : Optional.empty())
                .map(base -> withStated(base, installation));
        if (known.isEmpty()) {
            tellOfMissing();
        } else if (wanted.namesOwner() && bootstrap.addOwner(installation, owner(known.get()))) {
            log.info("the credentials of the configuration were new to the database and are owners now");
        }
        bootstrap.addPeople(wanted.ownerEmail());
        return new Outcome(installation, true, known, owningPerson(installation));
    }

    private Optional<Owner> owningPerson(BootstrapIds installation) {
        return bootstrap
                .owningPerson(installation)
                .map(person -> new Owner(person.username(), person.id().value()));
    }

    private void tellOfMissing() {
        if (place.sharesDatabase()) {
            log.info(ELSEWHERE);
        } else {
            log.warn(LOST, file.path());
        }
    }

    private Credentials first() {
        Credentials base = file.read().orElseGet(this::random);
        return withStated(
                base,
                new BootstrapIds(
                        new OrganizationId(wanted.organizationId().orElse(base.organizationId())),
                        new ProjectId(wanted.projectId().orElse(base.projectId()))));
    }

    private Credentials random() {
        return new Credentials(
                maker.publicKey(),
                maker.privateKey(),
                maker.clientId().value(),
                maker.clientSecret(),
                ids.next(),
                ids.next());
    }

    private Credentials withStated(Credentials base, BootstrapIds installation) {
        Optional<BootstrapSettings.ApiKey> key = wanted.apiKey();
        Optional<BootstrapSettings.ServiceAccount> account = wanted.serviceAccount();
        return new Credentials(
                key.map(BootstrapSettings.ApiKey::publicKey).orElse(base.publicKey()),
                key.map(BootstrapSettings.ApiKey::privateKey).orElse(base.privateKey()),
                account.map(BootstrapSettings.ServiceAccount::clientId).orElse(base.clientId()),
                account.map(BootstrapSettings.ServiceAccount::secret).orElse(base.clientSecret()),
                installation.organizationId().value(),
                installation.projectId().value());
    }

    private static BootstrapCredentials owner(Credentials credentials) {
        return new BootstrapCredentials(
                credentials.publicKey(), credentials.privateKey(), credentials.clientId(), credentials.clientSecret());
    }
}
