package io.telamon.control;

import io.telamon.control.access.apikey.ApiKeys;
import io.telamon.control.access.serviceaccount.ServiceAccounts;
import io.telamon.control.api.Role;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.Organization;
import io.telamon.control.person.FirstOwners;
import io.telamon.control.person.Member;
import io.telamon.control.person.People;
import io.telamon.control.person.Person;
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
    private final Projects projects;
    private final ApiKeys keys;
    private final ServiceAccounts accounts;
    private final FirstOwners people;

    InstallationBootstrap(
            Store store, Clock clock, Projects projects, ApiKeys keys, ServiceAccounts accounts, FirstOwners people) {
        this.store = store;
        this.clock = clock;
        this.projects = projects;
        this.keys = keys;
        this.accounts = accounts;
        this.people = people;
    }

    /** The ids of the first organization and project, or nothing when the database is empty. */
    public Optional<BootstrapIds> find() {
        return store.read(InstallationBootstrap::read);
    }

    /**
     * Makes the first organization, project and owner in an empty database, unless another node was quicker.
     *
     * @param wanted the ids that the organization and the project are to have
     * @param ownerEmail the email address of the person who owns them
     * @return whether this call made them
     */
    public boolean initialize(
            BootstrapIds wanted,
            String organizationName,
            String projectName,
            String ownerEmail,
            BootstrapCredentials owner) {
        return store.write(transaction -> {
            boolean first = claim(transaction, wanted);
            if (first) {
                projects.organizations()
                        .create(transaction, new Organization(wanted.organizationId(), organizationName, false));
                projects.create(
                        transaction,
                        Project.plain(
                                wanted.projectId(),
                                wanted.organizationId(),
                                projectName,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS)));
                addApiKey(transaction, wanted, owner);
                addServiceAccount(transaction, wanted, owner);
                people.add(transaction, ownerEmail);
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

    /**
     * Gives each organization that nobody is an active member of an owner who is a person, as those have that were made
     * before there were people. It changes nothing where somebody is.
     */
    public void addPeople(String ownerEmail) {
        store.write(transaction -> {
            people.add(transaction, ownerEmail);
            return ownerEmail;
        });
    }

    /** The person who owns the first organization, the oldest where there are several. */
    public Optional<Person> owningPerson(BootstrapIds installation) {
        return store.read(handle -> People.oldestOwner(handle, installation.organizationId()))
                .map(Member::person);
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
