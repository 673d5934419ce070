package io.telamon.control;

import io.telamon.control.access.AccessModule;
import io.telamon.control.access.AccessSettings;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.Json;
import io.telamon.control.event.EventLog;
import io.telamon.control.organization.Organizations;
import io.telamon.control.person.FirstOwners;
import io.telamon.control.person.People;
import io.telamon.control.project.Projects;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import java.time.Clock;

/** Who there is: the organizations, their projects, and the callers that they let in. To be closed before the store. */
public final class IdentityModule implements AutoCloseable {

    private final Projects projects;
    private final AccessModule access;
    private final People people;
    private final InstallationBootstrap bootstrap;
    private final EventLog events;

    private IdentityModule(
            Projects projects, AccessModule access, People people, InstallationBootstrap bootstrap, EventLog events) {
        this.projects = projects;
        this.access = access;
        this.people = people;
        this.bootstrap = bootstrap;
        this.events = events;
    }

    /**
     * Those of a store.
     *
     * @throws IllegalStateException when the store was made with another master key
     */
    public static IdentityModule in(Store store, Clock clock, AccessSettings settings, MasterKey masterKey) {
        Json json = new Json();
        ObjectIdGenerator ids = new ObjectIdGenerator(clock);
        EventLog events = new EventLog(ids, clock, json);
        Organizations organizations = new Organizations(store);
        Projects projects = new Projects(store, organizations);
        AccessModule access = new AccessModule(store, clock, events, masterKey, settings, projects);
        People people = new People(ids, clock, organizations, access.memberships());
        InstallationBootstrap bootstrap = new InstallationBootstrap(
                store,
                clock,
                projects,
                access.keys(),
                access.accounts(),
                new FirstOwners(people, access.memberships()));
        return new IdentityModule(projects, access, people, bootstrap, events);
    }

    Organizations organizations() {
        return projects.organizations();
    }

    Projects projects() {
        return projects;
    }

    EventLog events() {
        return events;
    }

    People people() {
        return people;
    }

    AccessModule access() {
        return access;
    }

    /** The first start of the installation. */
    public InstallationBootstrap bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        access.close();
    }
}
