package io.telamon.control.task;

/**
 * Something to be done for a subject. A subject has at most one task of a kind; what is to be done follows from the
 * state of the subject.
 *
 * @param kind names the {@link TaskHandler}
 * @param subject id of what it is to be done for; with the id of its project and a {@link #SEPARATOR} in front where it is
 *     found within its project only
 */
public record Task(String kind, String subject) {

    /** What stands between the id of a project and that of a subject. */
    public static final char SEPARATOR = '/';

    /** The id of the subject, without that of its project. */
    public String id() {
        return subject.substring(subject.indexOf(SEPARATOR) + 1);
    }
}
