package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.module.ApiModules;
import io.telamon.control.store.Transaction;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ProjectId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of projects. */
public final class ProjectOperations implements ApiModule {

    private final UnitsOfWork units;
    private final Projects projects;
    private final ClusterCensus clusters;
    private final ProjectMembership membership;
    private final ApiModules modules;

    /**
     * The operations over a store.
     *
     * @param modules know what keeps a project from being deleted, and what goes with it
     */
    public ProjectOperations(
            UnitsOfWork units,
            Projects projects,
            ClusterCensus clusters,
            ProjectMembership membership,
            ApiModules modules) {
        this.units = units;
        this.projects = projects;
        this.clusters = clusters;
        this.membership = membership;
        this.modules = modules;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroups", this::list);
        api.servePage("getOrgGroups", this::list);
        api.serve("createGroup", ProjectCreate.class, this::create);
        api.serve("getGroupByName", this::getByName);
        api.serve("getGroup", call -> view(call, projects.get(call.projectId())));
        api.serve("updateGroup", ProjectUpdate.class, this::update);
        api.serve("deleteGroup", this::delete);
    }

    private Page<ProjectView> list(Call<NoContent> call) {
        ProjectFilter filter =
                ProjectFilter.seenBy(call.caller(), call.query().text("name").orElse(""));
        return units.read(handle -> {
            List<Project> found = ProjectTable.list(handle, filter, call.page());
            Page<Project> page = Page.of(call.page(), found, () -> ProjectTable.count(handle, filter));
            Map<ProjectId, Long> counts = clusters.counts(
                    handle, page.results().stream().map(Project::id).toList());
            return page.map(project -> ProjectView.inList(call, project, counts.getOrDefault(project.id(), 0L)));
        });
    }

    private ProjectView getByName(Call<NoContent> call) {
        String name = call.path("groupName");
        Caller caller = call.caller();
        return units.read(handle -> ProjectTable.findByName(handle, caller.orgId(), name))
                .filter(project -> caller.seesProject(project.id(), project.organizationId()))
                .map(project -> view(call, project))
                .orElseThrow(() -> ErrorCode.GROUP_NAME_NOT_FOUND.about(name));
    }

    private ProjectView create(Call<ProjectCreate> call) {
        OrganizationId organizationId = new OrganizationId(call.body().orgId());
        if (!call.caller().holdsInOrganization(Role.ORG_GROUP_CREATOR, organizationId)) {
            throw ErrorCode.NOT_ORG_GROUP_CREATOR.about(organizationId);
        }
        Optional<PrincipalId> person = call.query().text("projectOwnerId").map(PrincipalId::new);
        Project project =
                call.body().as(new ProjectId(units.newId()), units.now().truncatedTo(ChronoUnit.SECONDS));
        units.write(unit -> {
            projects.create(unit.transaction(), project);
            own(unit.transaction(), call.caller(), project);
            membership.ownByPerson(unit.transaction(), project.id(), project.organizationId(), person);
            unit.append(Event.inProject(project.id(), project.organizationId(), call, "GROUP_CREATED"));
            return project;
        });
        return ProjectView.created(call, project);
    }

    private void own(Transaction transaction, Caller creator, Project project) {
        if (!creator.holdsInOrganization(Role.ORG_OWNER, project.organizationId())) {
            membership.own(transaction, creator, project.id());
        }
    }

    private ProjectView update(Call<ProjectUpdate> call) {
        Project seen = projects.get(call.projectId());
        Project updated = units.inProject(call, unit -> {
            Project before = projects.update(unit.transaction(), seen, call.body());
            Project after = call.body().applied(before);
            if (!after.name().equals(before.name())) {
                unit.append("GROUP_NAME_CHANGED");
            }
            if (!after.tags().equals(before.tags())) {
                unit.append(
                        "GROUP_TAGS_MODIFIED", Map.of("resourceId", after.id().value(), "resourceType", "PROJECT"));
            }
            return after;
        });
        return view(call, updated);
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inProject(call, unit -> {
            projects.lock(unit.transaction(), unit.projectId());
            modules.beforeProjectDeletion(unit);
            projects.delete(unit.transaction(), unit.projectId());
            unit.append("GROUP_DELETED");
            return NoContent.DONE;
        });
    }

    private ProjectView view(Call<?> call, Project project) {
        return ProjectView.alone(call, project, units.read(handle -> clusters.count(handle, project.id())));
    }
}
