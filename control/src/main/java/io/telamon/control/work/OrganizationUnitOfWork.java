package io.telamon.control.work;

import io.telamon.control.api.Call;
import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Transaction;
import java.util.Map;

/** A change in one organization. */
public final class OrganizationUnitOfWork extends UnitOfWork {

    private final Call<?> call;

    OrganizationUnitOfWork(UnitsOfWork units, Transaction transaction, Call<?> call) {
        super(units, transaction);
        this.call = call;
    }

    /** The organization. */
    public OrganizationId organizationId() {
        return call.organizationId();
    }

    /**
     * Keeps the organization from being deleted before the change is committed.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#ORG_NOT_FOUND}
     */
    public void lockOrganizationShared() {
        units().scopes().lockOrganizationShared(transaction(), organizationId());
    }

    /**
     * Keeps others from making, renaming or deleting anything in the organization before the change is committed.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#ORG_NOT_FOUND}
     */
    public void lockOrganization() {
        units().scopes().lockOrganization(transaction(), organizationId());
    }

    /** Writes an event of the organization, done by the caller. */
    public void append(String type) {
        append(type, Map.of());
    }

    /**
     * Writes an event of the organization, done by the caller.
     *
     * @param about what it happened to, by the attribute that shows it, for example {@code teamId}
     */
    public void append(String type, Map<String, String> about) {
        append(Event.inOrganization(organizationId(), call, type).about(about));
    }
}
