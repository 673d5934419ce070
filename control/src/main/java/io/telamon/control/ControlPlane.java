package io.telamon.control;

import io.telamon.control.access.token.OAuthOperations;
import io.telamon.control.api.ApiBase;
import io.telamon.control.api.Json;
import io.telamon.control.api.Operation;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.OperationDeclaration;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.api.RequestFilters;
import io.telamon.control.calendar.Calendar;
import io.telamon.control.calendar.CalendarOperations;
import io.telamon.control.calendar.SunsetFilter;
import io.telamon.control.cluster.ClusterModule;
import io.telamon.control.cluster.DataPlane;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.cluster.EngineHealthMonitor;
import io.telamon.control.cluster.InstanceSizes;
import io.telamon.control.cluster.Regions;
import io.telamon.control.cluster.TransitionOperations;
import io.telamon.control.cluster.catalogue.CatalogueOperations;
import io.telamon.control.cluster.dedicated.ClusterOperations;
import io.telamon.control.cluster.dedicated.ClusterOptionOperations;
import io.telamon.control.cluster.flex.FlexOperations;
import io.telamon.control.cluster.option.EmployeeAccessOperations;
import io.telamon.control.cluster.option.FeaturePinOperations;
import io.telamon.control.cluster.option.ProcessArgsOperations;
import io.telamon.control.cluster.overview.ClusterDetailsOperations;
import io.telamon.control.cluster.serverless.ServerlessOperations;
import io.telamon.control.cluster.serverless.ServerlessViews;
import io.telamon.control.database.DatabaseUserOperations;
import io.telamon.control.database.RoleOperations;
import io.telamon.control.dataplane.DataPlaneOperations;
import io.telamon.control.dataplane.MeteredHistory;
import io.telamon.control.dataplane.MeteringHistory;
import io.telamon.control.endpoint.EndpointModule;
import io.telamon.control.event.query.EventOperations;
import io.telamon.control.maintenance.MaintenanceWindowOperations;
import io.telamon.control.module.ApiModules;
import io.telamon.control.monitoring.MeasurementOperations;
import io.telamon.control.monitoring.ProcessOperations;
import io.telamon.control.monitoring.Processes;
import io.telamon.control.monitoring.advisor.AdvisorOperations;
import io.telamon.control.monitoring.log.AccessHistoryOperations;
import io.telamon.control.monitoring.log.ClusterLogs;
import io.telamon.control.monitoring.log.LogOperations;
import io.telamon.control.network.AccessListOperations;
import io.telamon.control.network.PrivateOperations;
import io.telamon.control.notification.ChangeNotifier;
import io.telamon.control.organization.OrganizationOperations;
import io.telamon.control.organization.OrganizationSettingsOperations;
import io.telamon.control.peering.NetworkContainers;
import io.telamon.control.peering.PeeringModule;
import io.telamon.control.person.AccountOperations;
import io.telamon.control.person.InvitationExpiry;
import io.telamon.control.person.MemberRoles;
import io.telamon.control.person.OrganizationUserOperations;
import io.telamon.control.person.People;
import io.telamon.control.person.PeopleAsOwners;
import io.telamon.control.person.ProjectUserOperations;
import io.telamon.control.person.invitation.AcceptanceOperations;
import io.telamon.control.person.invitation.OrganizationInvitationOperations;
import io.telamon.control.person.invitation.ProjectAccessOperations;
import io.telamon.control.person.invitation.ProjectInvitationOperations;
import io.telamon.control.privatelink.PrivateLinkModule;
import io.telamon.control.project.LimitOperations;
import io.telamon.control.project.ProjectOperations;
import io.telamon.control.project.ProjectSettingsOperations;
import io.telamon.control.project.ProjectTeamOperations;
import io.telamon.control.project.Projects;
import io.telamon.control.ratelimit.RateLimitFilter;
import io.telamon.control.rehearsal.FaultInjectionFilter;
import io.telamon.control.rehearsal.FaultOperations;
import io.telamon.control.rehearsal.Faults;
import io.telamon.control.root.RootOperations;
import io.telamon.control.sample.SampleModule;
import io.telamon.control.search.SearchModule;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.task.TaskRunner;
import io.telamon.control.team.TeamOperations;
import io.telamon.control.team.TeamUserOperations;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Clock;
import java.util.List;

/** The control plane: every family of operations put together over one store. */
public final class ControlPlane implements AutoCloseable {

    private final List<Operation> operations;
    private final Pipeline pipeline;
    private final Calendar calendar;
    private final Background background;

    private ControlPlane(List<Operation> operations, Pipeline pipeline, Calendar calendar, Background background) {
        this.operations = operations;
        this.pipeline = pipeline;
        this.calendar = calendar;
        this.background = background;
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
        OperationCatalogue catalogue = OperationCatalogue.load();
        ChangeNotifier notifier = new ChangeNotifier(store, dependencies.changes());
        Projects projects = identity.projects();
        UnitsOfWork units = new UnitsOfWork(store, clock, identity.events(), notifier, projects);
        Calendar calendar = Calendar.start(store, clock, settings.calendar());
        Faults faults = new Faults(store, new ObjectIdGenerator(clock), projects);
        DataPlane dataPlane = dependencies.dataPlane();
        Regions regions = new Regions();

        ApiModules modules = new ApiModules();
        modules.add(identity.access());
        ClusterModule clusters = modules.add(new ClusterModule(
                units, settings::pace, dataPlane, faults::holds, modules, settings.enforcesClusterLimit()));
        EndpointModule endpoints =
                modules.add(new EndpointModule(units, settings::pace, clusters.queries(), regions, dataPlane));
        NetworkContainers containers = new NetworkContainers(units, regions);
        modules.add(new SampleModule(units, settings::pace, clusters.queries(), dataPlane));
        modules.add(new SearchModule(units, settings::pace, clusters.queries()));
        modules.add(new PeeringModule(units, settings::pace, regions, containers, clusters.queries()));
        modules.add(new PrivateLinkModule(units, settings::pace, regions, containers));
        ServerlessViews serverlessViews = new ServerlessViews(dataPlane, endpoints, clock);
        PeopleAsOwners owners =
                new PeopleAsOwners(identity.people(), identity.access().memberships());
        modules.add(new OrganizationOperations(
                units, identity.organizations(), identity.access().initialCredentials(), owners));
        modules.add(new OrganizationSettingsOperations(units, identity.organizations()));
        addPeople(modules, units, identity);
        modules.add(new ProjectOperations(units, projects, clusters::counts, owners, modules));
        modules.add(new ProjectSettingsOperations(units));
        modules.add(new ProjectTeamOperations(units));
        modules.add(new LimitOperations(units, modules));
        modules.add(new MaintenanceWindowOperations(units));
        modules.add(new FlexOperations(clusters, dataPlane, regions));
        modules.add(new ServerlessOperations(clusters, calendar, regions, serverlessViews));
        InstanceSizes sizes = new InstanceSizes();
        modules.add(new CatalogueOperations(regions, sizes));
        modules.add(new ClusterOperations(clusters, dataPlane, regions, sizes, units::newId));
        modules.add(new ClusterOptionOperations(clusters));
        modules.add(new ClusterDetailsOperations(projects, clusters.queries(), dependencies.metering()));
        modules.add(new ProcessArgsOperations(clusters));
        modules.add(new FeaturePinOperations(clusters));
        modules.add(new EmployeeAccessOperations(clusters));
        modules.add(new DatabaseUserOperations(units));
        modules.add(new RoleOperations(units));
        modules.add(new AccessListOperations(units));
        modules.add(new EventOperations(store, json, identity.events()));
        modules.add(new CalendarOperations(calendar, clusters.commands()::migrateToFlex));
        modules.add(new FaultOperations(faults, hittable(catalogue)));
        modules.add(new TransitionOperations(units));
        modules.add(new DataPlaneOperations(store, dependencies.metering(), notifier));
        Processes processes = new Processes(clusters.queries(), dataPlane);
        DatabaseStatistics databases = dataPlane.databases();
        ClusterLogs logs = ClusterLogs.start(store, dataPlane.activities(), clock, dependencies.threads());
        modules.add(new ProcessOperations(processes, databases, clock));
        modules.add(new MeasurementOperations(processes, databases, new MeteredHistory(store, clock), clock));
        modules.add(new LogOperations(processes, logs, clock));
        modules.add(new AccessHistoryOperations(processes, logs, clock));
        modules.add(new AdvisorOperations(processes, logs, databases, json, clock));
        modules.add(new PrivateOperations());
        modules.add(new RootOperations(regions));

        Operations api = new Operations(catalogue);
        modules.bind(api);
        dependencies.operations().accept(api);
        endpoints.open();

        List<RequestFilter> filters = List.of(
                identity.access().authenticate(),
                RequestFilters.resolveVersion(),
                new SunsetFilter(calendar),
                RequestFilters.checkPathIds(),
                RequestFilters.authorize(projects),
                new RateLimitFilter(store, clock, settings.enforcesRateLimits(), OAuthOperations::clientOf),
                new FaultInjectionFilter(faults),
                RequestFilters.readRequest(json));
        Pipeline pipeline =
                new Pipeline(api.all(), filters, identity.access().challenger(), json, dependencies.observer());
        EssentialThreads threads = dependencies.threads();
        Background background = new Background(
                TaskRunner.start(store, units.tasks(), settings.node(), modules.taskHandlers(), threads),
                clusters.monitor(threads),
                notifier.subscribe(modules::clusterChangedElsewhere),
                MeteringHistory.start(store, dependencies.metering(), clock, threads),
                logs);
        return new ControlPlane(api.all(), pipeline, calendar, background);
    }

    private static void addPeople(ApiModules modules, UnitsOfWork units, IdentityModule identity) {
        People people = identity.people();
        MemberRoles roles =
                new MemberRoles(identity.projects(), identity.access().memberships());
        InvitationExpiry expiry = new InvitationExpiry(units, identity.organizations(), people);
        modules.add(new OrganizationUserOperations(units, people, roles, expiry));
        ProjectUserOperations ofProjects = modules.add(new ProjectUserOperations(units, people, roles, expiry));
        modules.add(new AccountOperations(units, people, roles, expiry));
        modules.add(new TeamOperations(units));
        modules.add(new TeamUserOperations(units));
        modules.add(new OrganizationInvitationOperations(units, identity.organizations(), people, roles, expiry));
        modules.add(new ProjectInvitationOperations(units, identity.projects()));
        modules.add(new ProjectAccessOperations(units, identity.organizations(), ofProjects));
        modules.add(new AcceptanceOperations(units, people, roles, expiry));
    }

    /** The ids of the operations that faults do not spare. */
    private static List<String> hittable(OperationCatalogue catalogue) {
        return catalogue.all().stream()
                .filter(operation -> operation.surface() != ApiBase.TELAMON)
                .map(OperationDeclaration::id)
                .toList();
    }

    /** Every operation that is declared. */
    public List<Operation> operations() {
        return operations;
    }

    /** The way of every request, for an {@link io.telamon.control.api.ApiServer}. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** The day that decides which versions have ended. */
    public Calendar calendar() {
        return calendar;
    }

    @Override
    public void close() {
        background.close();
    }

    /** What goes on without requests. */
    private record Background(
            TaskRunner runner,
            EngineHealthMonitor watch,
            Store.Subscription subscription,
            MeteringHistory history,
            ClusterLogs logs) {

        void close() {
            logs.close();
            history.close();
            subscription.close();
            watch.close();
            runner.close();
        }
    }
}
