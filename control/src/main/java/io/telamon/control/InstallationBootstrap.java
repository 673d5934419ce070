package io.telamon.control;

import io.telamon.control.access.apikey.ApiKeys;
import io.telamon.control.access.serviceaccount.ServiceAccounts;
import io.telamon.control.api.Role;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.Organization;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Project;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The first start of an installation: makes, once for a database, the first organization, project and owner. */
public final class InstallationBootstrap {

    private static final String SETTING = "installation";
    private static final List<Role> OWNER = List.of(Role.ORG_OWNER);

    private final Store store;
    private final Clock clock;
    private final Organizations organizations;
    private final Projects projects;
    private final ApiKeys keys;
    private final ServiceAccounts accounts;

    InstallationBootstrap(
            Store store,
            Clock clock,
            Organizations organizations,
            Projects projects,
            ApiKeys keys,
            ServiceAccounts accounts) {
        this.store = store;
        this.clock = clock;
        this.organizations = organizations;
        this.projects = projects;
        this.keys = keys;
        this.accounts = accounts;
    }

    /** The ids of the first organization and project, or nothing when the database is empty. */
    public Optional<BootstrapIds> find() {
        return store.read(InstallationBootstrap::read);
    }

    /**
     * Makes the first organization, project and owner in an empty database, unless another node was quicker.
     *
     * @param wanted the ids that the organization and the project are to have
     * @return whether this call made them
     */
    public boolean initialize(
            BootstrapIds wanted, String organizationName, String projectName, BootstrapCredentials owner) {
        return store.write(transaction -> {
            boolean first = claim(transaction, wanted);
            if (first) {
                organizations.create(transaction, new Organization(wanted.organizationId(), organizationName, false));
                projects.create(
                        transaction,
                        Project.plain(
                                wanted.projectId(),
                                wanted.organizationId(),
                                projectName,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS)));
                addApiKey(transaction, wanted, owner);
                addServiceAccount(transaction, wanted, owner);
            }
            return first;
        });
    }

    /**
     * Adds an owner to the first organization of a database that is not empty. Credentials that are there are left as they
     * are.
     *
     * @return whether anything was added
     */
    public boolean addOwner(BootstrapIds installation, BootstrapCredentials owner) {
        return store.write(transaction -> {
            boolean key = addApiKey(transaction, installation, owner);
            boolean account = addServiceAccount(transaction, installation, owner);
            return key || account;
        });
    }

    private boolean addApiKey(Transaction transaction, BootstrapIds installation, BootstrapCredentials owner) {
        return keys.bootstrap(transaction, installation.organizationId(), owner.publicKey(), owner.privateKey(), OWNER);
    }

    private boolean addServiceAccount(Transaction transaction, BootstrapIds installation, BootstrapCredentials owner) {
        return accounts.bootstrap(
                transaction,
                installation.organizationId(),
                new ClientId(owner.clientId()),
                owner.clientSecret(),
                OWNER);
    }

    private static boolean claim(Transaction transaction, BootstrapIds wanted) {
        return transaction
                        .handle()
                        .execute(
                                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                                SETTING,
                                wanted.organizationId() + " " + wanted.projectId())
                == 1;
    }

    private static Optional<BootstrapIds> read(Handle handle) {
        return handle.createQuery("SELECT value FROM setting WHERE name = ?")
                .bind(0, SETTING)
                .mapTo(String.class)
                .findOne()
                .map(ids -> ids.split(" ", -1))
                .map(ids -> new BootstrapIds(new OrganizationId(ids[0]), new ProjectId(ids[1])));
    }
}
