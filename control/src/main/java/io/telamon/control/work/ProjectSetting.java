package io.telamon.control.work;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Something that every project has one of, with the same initial value.
 *
 * @param <T> a record that is {@link io.telamon.control.store.StoredAsJson}
 */
public final class ProjectSetting<T> {

    private static final String ID = "";

    private final Documents<T> documents;
    private final T initial;

    /**
     * The setting of a kind.
     *
     * @param kind names the kind in the database, for example {@code maintenance-window}
     * @param initial what a project has until it is changed
     */
    public ProjectSetting(String kind, Class<T> type, T initial) {
        this.documents = new Documents<>(kind, type);
        this.initial = initial;
    }

    /** What the project has. */
    public T get(Handle handle, String projectId) {
        return documents.find(handle, projectId, ID).orElse(initial);
    }

    /**
     * Locks the project and changes what it has.
     *
     * @return what it has afterwards
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}, and what the
     *     change refuses
     */
    public T change(ProjectUnitOfWork unit, UnaryOperator<T> change) {
        unit.lockProject();
        T after = change.apply(get(unit.handle(), unit.projectId()));
        documents.put(unit, ID, after);
        return after;
    }

    /** Gives the project the initial value again; whether it had been changed. */
    public boolean reset(ProjectUnitOfWork unit) {
        return documents.delete(unit, ID);
    }
}
