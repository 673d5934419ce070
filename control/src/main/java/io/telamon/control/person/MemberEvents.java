package io.telamon.control.person;

import io.telamon.control.api.Call;
import io.telamon.control.event.Event;
import io.telamon.control.model.TeamId;
import io.telamon.control.work.UnitOfWork;
import io.telamon.gateway.model.ProjectId;

/** Tells what happens to members, whom events name by their email address. */
public final class MemberEvents {

    private static final String TARGET = "targetUsername";

    private MemberEvents() {}

    /** Tells of something in the organization. */
    public static void inOrganization(UnitOfWork unit, Call<?> call, String type, Member member) {
        unit.append(Event.inOrganization(member.organizationId(), call, type).about(TARGET, member.username()));
    }

    /** Tells of something in a project. */
    public static void inProject(UnitOfWork unit, Call<?> call, String type, Member member, ProjectId projectId) {
        unit.append(
                Event.inProject(projectId, member.organizationId(), call, type).about(TARGET, member.username()));
    }

    /** Tells of something in a team. */
    public static void inTeam(UnitOfWork unit, Call<?> call, String type, Member member, TeamId teamId) {
        unit.append(Event.inOrganization(member.organizationId(), call, type)
                .about(TARGET, member.username())
                .about("teamId", teamId.value()));
    }
}
