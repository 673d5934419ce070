package io.telamon.control.api;

import java.time.LocalDate;

/** The date that names one version of a resource, as clients ask for it in their {@code Accept} header. */
public record ResourceVersion(LocalDate date) implements Comparable<ResourceVersion> {

    /** The name of what is offered before its first version. */
    private static final String PREVIEW = "preview";

    /**
     * Reads a version such as {@code 2024-11-13}.
     *
     * @param date an ISO 8601 date, or {@code preview} for what comes after every date
     * @throws java.time.DateTimeException when the text is no ISO 8601 date
     */
    public static ResourceVersion of(String date) {
        return new ResourceVersion(date.equals(PREVIEW) ? LocalDate.MAX : LocalDate.parse(date));
    }

    @Override
    public int compareTo(ResourceVersion other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.equals(LocalDate.MAX) ? PREVIEW : date.toString();
    }
}
