package io.telamon.control.access;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Role;
import io.telamon.control.store.Transaction;
import java.util.Collection;
import java.util.List;

/** The roles that API keys and service accounts hold in organizations and projects. */
public final class Memberships {

    private final Directory directory;
    private final AccessTokens tokens;

    Memberships(Directory directory, AccessTokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /** Gives a caller a role in a project, as whoever creates one becomes its owner. */
    public void grantInProject(Transaction transaction, Caller caller, String projectId, Role role) {
        Holder holder = new Holder(caller.kind(), caller.id(), caller.name(), caller.orgId());
        add(transaction, holder, projectId, List.of(role));
    }

    /** Takes away every role in a project that is deleted in the same transaction. */
    public void projectDeleted(Transaction transaction, String projectId) {
        GrantTable.removeAllIn(transaction.handle(), projectId);
        directory.changesMany(transaction);
    }

    /** Deletes the API keys and service accounts of an organization that is deleted in the same transaction. */
    public void organizationDeleted(Transaction transaction, String organizationId) {
        var handle = transaction.handle();
        for (String table : List.of("api_key", "service_account")) {
            String holders = "(SELECT id FROM " + table + " WHERE organization_id = ?)";
            handle.execute("DELETE FROM role_grant WHERE holder_id IN " + holders, organizationId);
            handle.execute("DELETE FROM api_access_entry WHERE holder_id IN " + holders, organizationId);
            handle.execute("DELETE FROM " + table + " WHERE organization_id = ?", organizationId);
        }
        directory.changesMany(transaction);
        tokens.accountDeleted(transaction);
    }

    void add(Transaction transaction, Holder holder, String scopeId, Collection<Role> roles) {
        GrantTable.add(transaction.handle(), holder.id(), scopeId, roles);
        directory.changes(transaction, holder);
    }

    void replace(Transaction transaction, Holder holder, String scopeId, Collection<Role> roles) {
        GrantTable.remove(transaction.handle(), holder.id(), scopeId);
        add(transaction, holder, scopeId, roles);
    }

    boolean remove(Transaction transaction, Holder holder, String scopeId) {
        directory.changes(transaction, holder);
        return GrantTable.remove(transaction.handle(), holder.id(), scopeId);
    }
}
