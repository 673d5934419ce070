package io.telamon.control.task;

import java.time.Duration;
import java.util.Optional;

/** Does the tasks of one kind. */
@FunctionalInterface
public interface TaskHandler {

    /**
     * Does what the subject's state asks for. It may run again after a crash, and must then find that nothing is left to
     * do. It ends the task, or schedules the next one, in the same transaction as its change.
     *
     * @return nothing when it is done, or how long to wait before trying again
     */
    Optional<Duration> run(String subject);
}
