package io.telamon.control.task;

/**
 * Something to be done for a subject. A subject has at most one task of a kind; what is to be done follows from the
 * state of the subject.
 *
 * @param kind names the {@link TaskHandler}
 * @param subject id of what it is to be done for
 */
public record Task(String kind, String subject) {}
