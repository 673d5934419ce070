package io.telamon.control.work;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import java.util.function.UnaryOperator;

/**
 * Something that every project has one of, with the same initial value.
 *
 * @param <T> a record that is {@link io.telamon.control.store.StoredAsJson}
 */
public final class ProjectSetting<T> {

    private static final String ID = "";

    private final UnitsOfWork units;
    private final Documents<T> documents;
    private final T initial;

    /** Writes the events of a change. */
    @FunctionalInterface
    public interface Events<T> {

        /** Writes them into the unit. */
        void append(ProjectUnitOfWork unit, T before, T after);
    }

    /**
     * The setting of a kind.
     *
     * @param kind names the kind in the database, for example {@code maintenance-window}
     * @param initial what a project has until it is changed
     */
    public ProjectSetting(UnitsOfWork units, String kind, Class<T> type, T initial) {
        this.units = units;
        this.documents = new Documents<>(kind, type);
        this.initial = initial;
    }

    /** What the project has that the path of the call names. */
    public T get(Call<?> call) {
        return units.read(handle -> documents.find(handle, call.projectId(), ID))
                .orElse(initial);
    }

    /** What the project of a change has, as the change sees it. */
    public T get(ProjectUnitOfWork unit) {
        return documents.find(unit.handle(), unit.projectId(), ID).orElse(initial);
    }

    /**
     * Changes what the project has, one change at a time.
     *
     * @throws io.telamon.control.api.ApiException what the change refuses; then nothing is changed
     */
    public NoContent change(Call<?> call, UnaryOperator<T> change, Events<T> events) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            T before = get(unit);
            T after = change.apply(before);
            documents.put(unit, ID, after);
            events.append(unit, before, after);
            return NoContent.DONE;
        });
    }

    /** Gives the project the initial value again, and writes an event if it had been changed. */
    public NoContent reset(Call<?> call, String eventType) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            if (documents.delete(unit, ID)) {
                unit.append(eventType);
            }
            return NoContent.DONE;
        });
    }
}
