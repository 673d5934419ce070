package io.telamon.control.task;

import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of tasks. */
public final class Tasks {

    private final Clock clock;
    private final Alarm alarm;

    public Tasks(Clock clock) {
        this.clock = clock;
        this.alarm = new Alarm(clock);
    }

    /** Schedules a task, or moves the one that the subject has. */
    public void schedule(Transaction transaction, Task task, Due due) {
        Instant moment = switch (due) {
            case Due.AtOnce now -> clock.instant();
            case Due.At at -> at.moment();
            case Due.WhenReleased held -> null;
        };
        put(transaction, task, moment);
    }

    /** Ends a task. */
    public void end(Transaction transaction, Task task) {
        transaction
                .handle()
                .createUpdate("DELETE FROM task WHERE kind = :kind AND subject = :subject")
                .bindNamedArgumentFinder(RecordArguments.of(task))
                .execute();
    }

    /** Makes tasks due that are held, of one subject. */
    public void release(Transaction transaction, Task task) {
        transaction
                .handle()
                .createUpdate(
                        "UPDATE task SET due_at = :now WHERE kind = :kind AND subject = :subject AND due_at IS NULL")
                .bind("now", clock.instant())
                .bindNamedArgumentFinder(RecordArguments.of(task))
                .execute();
        transaction.afterCommit(() -> alarm.ringAt(clock.instant()));
    }

    /** Tasks that wait to be released, oldest subject first. */
    public List<Task> held(Handle handle, int most) {
        return handle.createQuery("SELECT kind, subject FROM task WHERE due_at IS NULL ORDER BY subject LIMIT :most")
                .bind("most", most)
                .mapTo(Task.class)
                .list();
    }

    Alarm alarm() {
        return alarm;
    }

    /** How many tasks are due and not in work. */
    public long countDue(Handle handle) {
        Instant now = clock.instant();
        return handle.createQuery("SELECT count(*) FROM task WHERE due_at <= :now AND lease_until <= :now")
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    boolean isAnyDue(Handle handle) {
        Instant now = clock.instant();
        return handle.createQuery("SELECT 1 FROM task WHERE due_at <= :now AND lease_until <= :now LIMIT 1")
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Claims tasks that are due, each for one node and until its lease ends. */
    List<Task> claim(Transaction transaction, String node, Duration lease, int most) {
        Instant now = clock.instant();
        return transaction
                .handle()
                .createQuery("""
                        UPDATE task SET lease_until = :until, lease_node = :node
                        WHERE (kind, subject) IN (SELECT kind, subject FROM task
                                                  WHERE due_at <= :now AND lease_until <= :now
                                                  ORDER BY due_at LIMIT :most)
                          AND lease_until <= :now
                        RETURNING kind, subject""")
                .bind("until", now.plus(lease))
                .bind("node", node)
                .bind("now", now)
                .bind("most", most)
                .mapTo(Task.class)
                .list();
    }

    /** Puts a claimed task back. */
    void postpone(Transaction transaction, Task task, Duration delay) {
        put(transaction, task, clock.instant().plus(delay));
    }

    /** When the next task becomes due that nobody has claimed, or nothing when none waits. */
    Optional<Instant> next(Handle handle) {
        return handle.createQuery("""
                        SELECT min(CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END)
                        FROM (SELECT due_at, lease_until FROM task WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1000) soonest""").mapTo(Instant.class).findOne();
    }

    private void put(Transaction transaction, Task task, @Nullable Instant moment) {
        transaction
                .handle()
                .createUpdate("""
                        INSERT INTO task (kind, subject, due_at, lease_until) VALUES (:kind, :subject, :moment, 0)
                        ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at, lease_until = 0""")
                .bindNamedArgumentFinder(RecordArguments.of(task))
                .bind("moment", moment)
                .execute();
        if (moment != null) {
            transaction.afterCommit(() -> alarm.ringAt(moment));
        }
    }
}
