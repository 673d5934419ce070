package io.telamon.control.access.principal;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The SQL that API keys and service accounts have in common. Both are rows with the columns {@code id} and
 * {@code organization_id}; their roles and API access lists are deleted with them. Lists show the newest first, as
 * recorded.
 *
 * @param <T> what a row is read as
 */
public final class PrincipalTable<T> {

    private final String name;
    private final String insert;
    private final RowMapper<T> mapper;

    /**
     * A table with these columns.
     *
     * @param columns those that {@link #insert} takes values of, in that order
     */
    public PrincipalTable(String name, List<String> columns, RowMapper<T> mapper) {
        this.name = name;
        this.mapper = mapper;
        this.insert = "INSERT INTO " + name + " (" + String.join(", ", columns) + ")"
                + " SELECT " + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + " WHERE (SELECT COUNT(*) FROM " + name + " WHERE organization_id = ?) < ?"
                + " ON CONFLICT DO NOTHING";
    }

    /**
     * Adds a row, unless it is there or the organization has as many as it may.
     *
     * @param most rows that the organization may have
     * @param values those of the columns
     * @return whether the row was added
     */
    public boolean insert(Handle handle, OrganizationId organizationId, int most, Object... values) {
        Object[] parameters = Stream.concat(Stream.of(values), Stream.of(organizationId, most))
                .toArray();
        return handle.execute(insert, parameters) == 1;
    }

    /**
     * The row that has a value in a column.
     *
     * @param column one whose values are unique
     */
    public Optional<T> find(Handle handle, String column, Object value) {
        return handle.select("SELECT * FROM " + name + " WHERE " + column + " = ?", value)
                .map(mapper)
                .findOne();
    }

    /** A page of the principals of an organization. */
    public Page<T> inOrganization(Handle handle, OrganizationId organizationId, PageRequest page) {
        return list(handle, "organization_id = ?", ScopeId.of(organizationId), page);
    }

    /** A page of the principals that have a role in a project. */
    public Page<T> inProject(Handle handle, ProjectId projectId, PageRequest page) {
        return list(handle, "id IN (SELECT holder_id FROM role_grant WHERE scope_id = ?)", ScopeId.of(projectId), page);
    }

    private Page<T> list(Handle handle, String condition, ScopeId scopeId, PageRequest page) {
        String rows = " FROM " + name + " WHERE " + condition;
        return Page.of(
                page,
                handle.select(
                                "SELECT *" + rows + " ORDER BY id DESC LIMIT ? OFFSET ?",
                                scopeId,
                                page.limit(),
                                page.offset())
                        .map(mapper)
                        .list(),
                () -> handle.select("SELECT COUNT(*)" + rows, scopeId)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Deletes a principal with its roles and its access list.
     *
     * @return whether it was there
     */
    public boolean delete(Handle handle, PrincipalId id) {
        boolean deleted = handle.execute("DELETE FROM " + name + " WHERE id = ?", id) == 1;
        handle.execute("DELETE FROM role_grant WHERE holder_id = ?", id);
        handle.execute("DELETE FROM api_access_entry WHERE holder_id = ?", id);
        return deleted;
    }

    /** Deletes all principals of an organization with their roles and their access lists. */
    public void deleteAllIn(Handle handle, OrganizationId organizationId) {
        String holders = "(SELECT id FROM " + name + " WHERE organization_id = ?)";
        handle.execute("DELETE FROM role_grant WHERE holder_id IN " + holders, organizationId);
        handle.execute("DELETE FROM api_access_entry WHERE holder_id IN " + holders, organizationId);
        handle.execute("DELETE FROM " + name + " WHERE organization_id = ?", organizationId);
    }
}
