package io.telamon.control;

import io.telamon.control.api.Json;
import io.telamon.control.api.Operation;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.calendar.CalendarOperations;
import io.telamon.control.calendar.SunsetFilter;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.Clusters;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.EngineHealthMonitor;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TransitionOperations;
import io.telamon.control.cluster.dedicated.DedicatedOperations;
import io.telamon.control.cluster.flex.FlexOperations;
import io.telamon.control.cluster.serverless.ServerlessOperations;
import io.telamon.control.database.DatabaseUserOperations;
import io.telamon.control.database.RoleOperations;
import io.telamon.control.dataplane.DataPlaneOperations;
import io.telamon.control.dataplane.MeteringHistory;
import io.telamon.control.endpoint.EndpointModule;
import io.telamon.control.event.EventLog;
import io.telamon.control.event.EventOperations;
import io.telamon.control.network.AccessListOperations;
import io.telamon.control.network.PrivateOperations;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.OrganizationOperations;
import io.telamon.control.project.Limit;
import io.telamon.control.project.ProjectContext;
import io.telamon.control.project.ProjectOperations;
import io.telamon.control.project.Projects;
import io.telamon.control.ratelimit.RateLimitFilter;
import io.telamon.control.rehearsal.FaultInjectionFilter;
import io.telamon.control.rehearsal.FaultOperations;
import io.telamon.control.rehearsal.Faults;
import io.telamon.control.root.RootOperations;
import io.telamon.control.store.ObjectIdGenerator;
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
    private final EngineHealthMonitor watch;
    private final Store.Subscription subscription;
    private final MeteringHistory history;

    private ControlPlane(
            List<Operation> operations,
            Pipeline pipeline,
            TaskRunner runner,
            EngineHealthMonitor watch,
            Store.Subscription subscription,
            MeteringHistory history) {
        this.operations = operations;
        this.pipeline = pipeline;
        this.runner = runner;
        this.watch = watch;
        this.subscription = subscription;
        this.history = history;
    }

    /** Puts the control plane together and starts moving what is on its way. The store stays the caller's to close. */
    public static ControlPlane start(Store store, Clock clock, ControlSettings settings, IdentityModule identity) {
        return start(store, clock, settings, identity, ControlPlaneDependencies.none());
    }

    /** The same within a process that adds to it. */
    public static ControlPlane start(
            Store store,
            Clock clock,
            ControlSettings settings,
            IdentityModule identity,
            ControlPlaneDependencies dependencies) {
        Json json = new Json();
        ObjectIdGenerator ids = new ObjectIdGenerator(clock);
        Tasks tasks = new Tasks(clock);
        EventLog events = identity.events();
        Calendar calendar = new Calendar(store, clock, settings.calendar());
        DataPlane dataPlane = dependencies.dataPlane();
        ChangeNotifier notifier = new ChangeNotifier(store, dependencies.changes());
        Regions regions = new Regions();
        Projects projects = identity.projects();
        Faults faults = new Faults(store, json, ids, projects);
        ClusterModule family = new ClusterModule(
                store,
                json,
                tasks,
                events,
                projects,
                projects::requireOpen,
                ids,
                clock,
                settings::pace,
                dataPlane,
                faults::holds,
                EndpointModule.dependents(tasks, dataPlane),
                notifier);
        EndpointModule endpoints = new EndpointModule(
                store, tasks, events, ids, clock, settings::pace, family.clusters(), regions, dataPlane, notifier);
        endpoints.open();
        DatabaseUserOperations users =
                new DatabaseUserOperations(store, json, tasks, events, notifier, projects, clock);
        RoleOperations roles = new RoleOperations(store, json, events, notifier, projects, clock);
        AccessListOperations accessLists = new AccessListOperations(store, tasks, events, notifier, projects, clock);

        Operations api = new Operations(OperationCatalogue.load());
        identity.access().declare(api);
        new OrganizationOperations(
                        store, identity.organizations(), identity.access().credentialsInitializer(), events, ids, json)
                .declare(api);
        new ProjectOperations(new ProjectContext(
                        store,
                        projects,
                        family::counts,
                        identity.access().membership(),
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
        new FlexOperations(family.clusters(), dataPlane, regions).declare(api);
        new ServerlessOperations(family.clusters(), calendar, regions, dataPlane, endpoints, clock).declare(api);
        new DedicatedOperations(family.clusters()).declare(api);
        endpoints.declare(api);
        new CalendarOperations(calendar, family.clusters()::migrateToFlex).declare(api);
        new FaultOperations(faults).declare(api);
        new TransitionOperations(store, tasks).declare(api);
        new EventOperations(store, json, events).declare(api);
        users.declare(api);
        roles.declare(api);
        accessLists.declare(api);
        PrivateOperations.declare(api);
        new DataPlaneOperations(store, json, dependencies.metering(), notifier).declare(api);
        new RootOperations().declare(api);
        dependencies.operations().accept(api);

        List<RequestFilter> filters = List.of(
                identity.access().authenticate(),
                RequestFilters.resolveVersion(clock),
                new SunsetFilter(calendar),
                RequestFilters.checkPathIds(),
                RequestFilters.authorize(projects),
                new RateLimitFilter(store, clock, settings.enforcesRateLimits()),
                new FaultInjectionFilter(faults),
                RequestFilters.readRequest(json));
        Pipeline pipeline =
                new Pipeline(api.all(), filters, identity.access().challenger(), json, dependencies.observer());
        TaskRunner runner = TaskRunner.start(
                store,
                tasks,
                settings.node(),
                Map.of(
                        Clusters.TASK,
                        family.reconciler(),
                        EndpointModule.TASK,
                        endpoints.steps(),
                        DatabaseUserOperations.TASK,
                        users,
                        AccessListOperations.TASK,
                        accessLists),
                dependencies.threads());
        return new ControlPlane(
                api.all(),
                pipeline,
                runner,
                EngineHealthMonitor.start(dataPlane, family.clusters(), dependencies.threads()),
                notifier.subscribe(id -> {
                    dataPlane.follow(id);
                    endpoints.follow(id);
                }),
                MeteringHistory.start(store, dependencies.metering(), clock, dependencies.threads()));
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
        subscription.close();
        watch.close();
        runner.close();
    }
}
