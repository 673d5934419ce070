package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The operations of projects, and of what is set in them. */
public final class ProjectOperations {

    private final ProjectContext family;
    private final Store store;
    private final Projects projects;
    private final ClusterCensus clusters;
    private final EventLog events;

    public ProjectOperations(ProjectContext family) {
        this.family = family;
        this.store = family.store();
        this.projects = family.projects();
        this.clusters = family.clusters();
        this.events = family.events();
    }

    /** Declares the operations. */
    public void declare(Operations api) {
        declareWithoutProject(api);
        api.serve("getGroup", call -> view(call, projects.get(call.projectId())));
        api.serve("updateGroup", ProjectUpdate.class, this::update);
        api.serve("deleteGroup", this::delete);
        new ProjectSettingsOperations(family).declare(api);
        new LimitOperations(family).declare(api);
        new ProjectTeamOperations(family).declare(api);
    }

    private void declareWithoutProject(Operations api) {
        api.servePage("listGroups", this::list);
        api.servePage("getOrgGroups", this::list);
        api.serve("createGroup", ProjectCreate.class, this::create);
        api.serve("getGroupByName", this::getByName);
    }

    private Page<ProjectView> list(Call<NoContent> call) {
        ProjectFilter filter =
                ProjectFilter.seenBy(call.caller(), call.query().text("name").orElse(""));
        return store.read(handle -> {
            List<Project> page = projects.table().list(handle, filter, call.page());
            Map<String, Long> counts =
                    clusters.counts(handle, page.stream().map(Project::id).toList());
            return new Page<>(page, projects.table().count(handle, filter))
                    .map(project -> ProjectView.inList(call, project, counts.getOrDefault(project.id(), 0L)));
        });
    }

    private ProjectView getByName(Call<NoContent> call) {
        String name = call.path("groupName");
        Caller caller = call.caller();
        return store.read(handle -> projects.table().findByName(handle, caller.orgId(), name))
                .filter(project -> caller.seesProject(project.id(), project.organizationId()))
                .map(project -> view(call, project))
                .orElseThrow(() -> ErrorCode.GROUP_NAME_NOT_FOUND.about(name));
    }

    private ProjectView create(Call<ProjectCreate> call) {
        String organizationId = call.body().orgId();
        if (!call.caller().holdsInOrganization(Role.ORG_GROUP_CREATOR, organizationId)) {
            throw ErrorCode.NOT_ORG_GROUP_CREATOR.about(organizationId);
        }
        call.query().text("projectOwnerId").ifPresent(person -> {
            throw ErrorCode.USER_NOT_FOUND.about(person);
        });
        Project project =
                call.body().as(family.ids().next(), family.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        store.write(transaction -> {
            projects.create(transaction, project);
            own(transaction, call.caller(), project);
            events.append(transaction, event(call, project, "GROUP_CREATED"));
            return project;
        });
        return ProjectView.created(call, project);
    }

    private void own(Transaction transaction, Caller creator, Project project) {
        if (!creator.holdsInOrganization(Role.ORG_OWNER, project.organizationId())) {
            family.membership().own(transaction, creator, project.id());
        }
    }

    private ProjectView update(Call<ProjectUpdate> call) {
        Project seen = projects.get(call.projectId());
        Project updated = store.write(transaction -> {
            Project before = projects.update(transaction, seen, call.body());
            Project after = call.body().applied(before);
            if (!after.name().equals(before.name())) {
                events.append(transaction, event(call, after, "GROUP_NAME_CHANGED"));
            }
            if (!after.tags().equals(before.tags())) {
                events.append(
                        transaction,
                        event(call, after, "GROUP_TAGS_MODIFIED")
                                .about("resourceId", after.id())
                                .about("resourceType", "PROJECT"));
            }
            return after;
        });
        return view(call, updated);
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            Project project = projects.lock(transaction, call.projectId());
            if (clusters.count(transaction.handle(), project.id()) > 0) {
                throw ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS.about();
            }
            family.membership().forget(transaction, project.id());
            projects.delete(transaction, project.id());
            events.append(transaction, event(call, project, "GROUP_DELETED"));
            return NoContent.DONE;
        });
    }

    private ProjectView view(Call<?> call, Project project) {
        return ProjectView.alone(call, project, store.read(handle -> clusters.count(handle, project.id())));
    }

    static Event event(Call<?> call, Project project, String type) {
        return Event.inProject(project.id(), project.organizationId(), call, type);
    }
}
