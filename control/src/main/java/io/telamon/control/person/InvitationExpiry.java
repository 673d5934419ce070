package io.telamon.control.person;

import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.task.Task;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Removes invitations to organizations that are not accepted in time, by one task for each organization. */
public final class InvitationExpiry implements TaskHandler {

    /** The kind of its tasks. */
    public static final String KIND = "organization-invitation";

    private final UnitsOfWork units;
    private final Organizations organizations;
    private final People people;

    /** The invitations to these organizations. */
    public InvitationExpiry(UnitsOfWork units, Organizations organizations, People people) {
        this.units = units;
        this.organizations = organizations;
        this.people = people;
    }

    /** Schedules the task of an organization, which must be locked, anew after an invitation has come or gone. */
    public void reschedule(UnitOfWork unit, OrganizationId organizationId) {
        unit.scheduleOrEnd(task(organizationId), MemberTable.nextExpiry(unit.handle(), organizationId));
    }

    @Override
    public Optional<Duration> run(String subject) {
        OrganizationId organizationId = new OrganizationId(subject);
        units.write(unit -> {
            if (organizations.exists(organizationId)) {
                organizations.lockExclusive(unit.transaction(), organizationId);
                removeExpired(unit, organizationId);
                reschedule(unit, organizationId);
            } else {
                unit.endTask(task(organizationId));
            }
            return organizationId;
        });
        return Optional.empty();
    }

    private void removeExpired(UnitOfWork unit, OrganizationId organizationId) {
        for (Member member : MemberTable.all(unit.handle(), organizationId)) {
            if (member.expiresAt().filter(end -> !end.isAfter(unit.now())).isPresent()) {
                people.remove(unit.transaction(), member);
                unit.append(new Event(
                        "ORG_INVITATION_DELETED",
                        organizationId,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("targetUsername", member.username())));
            }
        }
    }

    private static Task task(OrganizationId organizationId) {
        return new Task(KIND, organizationId.value());
    }
}
