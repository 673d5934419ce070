package io.telamon.control.organization;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** The organizations of this installation. */
public final class Organizations {

    private static final int KEPT_IN_MEMORY = 10_000;

    /** The setting that holds the ids of the first organization and of its first project, with a space between. */
    private static final String INSTALLATION = "installation";

    private final Store store;
    private final SharedCache<OrganizationId, Organization> byId;
    private final SharedCache<OrganizationId, OrganizationSettings> settingsById;
    private final SharedCache<String, String> first;

    public Organizations(Store store) {
        this.store = store;
        this.byId = store.cache(KEPT_IN_MEMORY);
        this.settingsById = store.cache(KEPT_IN_MEMORY);
        this.first = store.cache(1);
    }

    /** Makes an organization with the settings that new ones have. Its id must not be taken. */
    public void create(Transaction transaction, Organization organization) {
        OrganizationTable.insert(transaction.handle(), organization, OrganizationSettings.INITIAL);
    }

    /** The organization of an id. */
    public Optional<Organization> find(OrganizationId id) {
        return byId.get(id, absent -> store.read(handle -> OrganizationTable.find(handle, absent)));
    }

    /** Whether the installation began with the organization. */
    public boolean isFirst(OrganizationId id) {
        return first.get(
                        INSTALLATION,
                        name -> store.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = ?")
                                .bind(0, name)
                                .mapTo(String.class)
                                .findOne()))
                .filter(ids -> ids.startsWith(id.value() + " "))
                .isPresent();
    }

    /** Whether there is such an organization. */
    public boolean exists(OrganizationId id) {
        return find(id).isPresent();
    }

    /**
     * The organization of an id.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}
     */
    public Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> ErrorCode.ORG_NOT_FOUND.about(id));
    }

    /** The settings of an organization; those of new ones when there is no such organization. */
    public OrganizationSettings settings(OrganizationId id) {
        return settingsById
                .get(id, absent -> store.read(handle -> OrganizationTable.settings(handle, absent)))
                .orElse(OrganizationSettings.INITIAL);
    }

    /**
     * Keeps an organization from being deleted before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}
     */
    public void lockShared(Transaction transaction, OrganizationId id) {
        if (!OrganizationTable.lockShared(transaction, id)) {
            throw ErrorCode.ORG_NOT_FOUND.about(id);
        }
    }

    /**
     * Keeps others from making or renaming anything in the organization before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ORG_NOT_FOUND}
     */
    public void lockExclusive(Transaction transaction, OrganizationId id) {
        lock(transaction, id);
    }

    /** Finds an organization and keeps others from changing it before the transaction ends. */
    Organization lock(Transaction transaction, OrganizationId id) {
        return OrganizationTable.lock(transaction, id).orElseThrow(() -> ErrorCode.ORG_NOT_FOUND.about(id));
    }

    void update(Transaction transaction, Organization organization) {
        OrganizationTable.update(transaction.handle(), organization);
        byId.dropAfter(transaction, organization.id());
    }

    /** Changes the settings of a locked organization and returns them as they were. */
    OrganizationSettings changeSettings(Transaction transaction, OrganizationId id, OrganizationSettings change) {
        OrganizationSettings before = OrganizationTable.settings(transaction.handle(), id)
                .orElseThrow(() -> ErrorCode.ORG_NOT_FOUND.about(id));
        OrganizationTable.setSettings(transaction.handle(), id, before.changedBy(change));
        settingsById.dropAfter(transaction, id);
        return before;
    }

    /** Deletes a locked organization, unless it has projects. */
    void delete(Transaction transaction, OrganizationId id) {
        if (OrganizationTable.hasProjects(transaction.handle(), id)) {
            throw ErrorCode.ORG_NOT_EMPTY.about();
        }
        OrganizationTable.delete(transaction.handle(), id);
        byId.dropAfter(transaction, id);
        settingsById.dropAfter(transaction, id);
    }
}
