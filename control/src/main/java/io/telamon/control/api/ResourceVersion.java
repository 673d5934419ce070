package io.telamon.control.api;

import java.time.LocalDate;

/** The date that names one version of a resource, as clients ask for it in their {@code Accept} header. */
public record ResourceVersion(LocalDate date) implements Comparable<ResourceVersion> {

    /**
     * Reads a version such as {@code 2024-11-13}.
     *
     * @throws java.time.DateTimeException when the text is no ISO 8601 date
     */
    public static ResourceVersion of(String date) {
        return new ResourceVersion(LocalDate.parse(date));
    }

    @Override
    public int compareTo(ResourceVersion other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
