package io.telamon.control;

import io.telamon.control.announcement.Announcements;
import io.telamon.control.api.Json;
import io.telamon.control.api.Operation;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.Stop;
import io.telamon.control.api.Stops;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.calendar.CalendarOperations;
import io.telamon.control.calendar.JudgeByCalendar;
import io.telamon.control.cluster.ClusterFamily;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.EngineWatch;
import io.telamon.control.cluster.Hosting;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TransitionOperations;
import io.telamon.control.cluster.dedicated.DedicatedOperations;
import io.telamon.control.cluster.flex.FlexOperations;
import io.telamon.control.cluster.serverless.ServerlessOperations;
import io.telamon.control.database.RoleOperations;
import io.telamon.control.database.UserOperations;
import io.telamon.control.endpoint.EndpointFamily;
import io.telamon.control.event.EventLog;
import io.telamon.control.event.EventOperations;
import io.telamon.control.hosting.HostingOperations;
import io.telamon.control.hosting.MeteringHistory;
import io.telamon.control.network.AccessListOperations;
import io.telamon.control.network.PrivateOperations;
import io.telamon.control.organization.OrganizationOperations;
import io.telamon.control.project.Limit;
import io.telamon.control.project.ProjectFamily;
import io.telamon.control.project.ProjectOperations;
import io.telamon.control.project.Projects;
import io.telamon.control.ratelimit.LimitRate;
import io.telamon.control.rehearsal.FaultOperations;
import io.telamon.control.rehearsal.Faults;
import io.telamon.control.rehearsal.InjectFault;
import io.telamon.control.root.RootOperations;
import io.telamon.control.store.Ids;
import io.telamon.control.store.Store;
import io.telamon.control.task.TaskRunner;
import io.telamon.control.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The control plane: every family of operations put together over one store. */
public final class ControlPlane implements AutoCloseable {

    private final List<Operation> operations;
    private final Pipeline pipeline;
    private final TaskRunner runner;
    private final EngineWatch watch;
    private final Store.Hearing hearing;
    private final MeteringHistory history;

    private ControlPlane(
            List<Operation> operations,
            Pipeline pipeline,
            TaskRunner runner,
            EngineWatch watch,
            Store.Hearing hearing,
            MeteringHistory history) {
        this.operations = operations;
        this.pipeline = pipeline;
        this.runner = runner;
        this.watch = watch;
        this.hearing = hearing;
        this.history = history;
    }

    /** Puts the control plane together and starts moving what is on its way. The store stays the caller's to close. */
    public static ControlPlane start(Store store, Clock clock, ControlSettings settings, Tenancy tenancy) {
        return start(store, clock, settings, tenancy, Surroundings.none());
    }

    /** The same within a process that adds to it. */
    public static ControlPlane start(
            Store store, Clock clock, ControlSettings settings, Tenancy tenancy, Surroundings surroundings) {
        Json json = new Json();
        Ids ids = new Ids(clock);
        Tasks tasks = new Tasks(clock);
        EventLog events = new EventLog(ids, clock, json);
        Calendar calendar = new Calendar(store, clock, settings.calendar());
        Hosting hosting = surroundings.hosting();
        Announcements announcements = new Announcements(store, surroundings.changes());
        Regions regions = new Regions();
        Projects projects = tenancy.projects();
        Faults faults = new Faults(store, json, ids, projects);
        ClusterFamily family = new ClusterFamily(
                store,
                json,
                tasks,
                events,
                projects,
                projects::requireOpen,
                ids,
                clock,
                settings::pace,
                hosting,
                faults::holds,
                EndpointFamily.dependents(tasks, hosting),
                announcements);
        EndpointFamily endpoints = new EndpointFamily(
                store, tasks, events, ids, clock, settings::pace, family.clusters(), regions, hosting, announcements);
        endpoints.open();
        UserOperations users = new UserOperations(store, json, tasks, events, announcements, projects, clock);
        RoleOperations roles = new RoleOperations(store, json, events, announcements, projects, clock);
        AccessListOperations accessLists =
                new AccessListOperations(store, tasks, events, announcements, projects, clock);

        Operations api = new Operations(OperationCatalogue.load());
        tenancy.access().declare(api);
        new OrganizationOperations(
                        store, tenancy.organizations(), tenancy.access().founder(), events, ids, json)
                .declare(api);
        new ProjectOperations(new ProjectFamily(
                        store,
                        projects,
                        family::counts,
                        tenancy.access().membership(),
                        Map.of(
                                Limit.DATABASE_USERS,
                                users::count,
                                Limit.CUSTOM_ROLES,
                                roles::count,
                                Limit.ACCESS_LIST_ENTRIES,
                                accessLists::count),
                        events,
                        ids,
                        clock,
                        json))
                .declare(api);
        new FlexOperations(family.clusters(), hosting, regions).declare(api);
        new ServerlessOperations(family.clusters(), calendar, regions, hosting, endpoints, clock).declare(api);
        new DedicatedOperations(family.clusters()).declare(api);
        endpoints.declare(api);
        new CalendarOperations(calendar, family.clusters()::migrateToFlex).declare(api);
        new FaultOperations(faults).declare(api);
        new TransitionOperations(store, tasks).declare(api);
        new EventOperations(store, json).declare(api);
        users.declare(api);
        roles.declare(api);
        accessLists.declare(api);
        PrivateOperations.declare(api);
        new HostingOperations(store, json, surroundings.metering(), announcements).declare(api);
        new RootOperations().declare(api);
        surroundings.operations().accept(api);

        List<Stop> way = List.of(
                tenancy.access().authenticate(),
                Stops.resolveVersion(clock),
                new JudgeByCalendar(calendar),
                Stops.checkPathIds(),
                Stops.authorize(projects),
                new LimitRate(store, clock, settings.enforcesRateLimits()),
                new InjectFault(faults),
                Stops.readRequest(json));
        Pipeline pipeline = new Pipeline(api.all(), way, tenancy.access().challenger(), json, surroundings.observer());
        TaskRunner runner = TaskRunner.start(
                store,
                tasks,
                settings.node(),
                Map.of(
                        Clusters.TASK,
                        family.reconciler(),
                        EndpointFamily.TASK,
                        endpoints.steps(),
                        UserOperations.TASK,
                        users,
                        AccessListOperations.TASK,
                        accessLists),
                surroundings.threads());
        return new ControlPlane(
                api.all(),
                pipeline,
                runner,
                EngineWatch.start(hosting, family.clusters(), surroundings.threads()),
                announcements.hear(id -> {
                    hosting.follow(id);
                    endpoints.follow(id);
                }),
                MeteringHistory.start(store, surroundings.metering(), clock, surroundings.threads()));
    }

    /** Every operation that is declared. */
    public List<Operation> operations() {
        return operations;
    }

    /** The way of every request, for an {@link io.telamon.control.api.ApiServer}. */
    public Pipeline pipeline() {
        return pipeline;
    }

    @Override
    public void close() {
        history.close();
        hearing.close();
        watch.close();
        runner.close();
    }
}
