package io.telamon.control.api;

/**
 * What a successful request is answered with.
 *
 * @param status the HTTP status, from 200 to 299
 * @param kind the form of the content
 * @param location whether the response carries the {@code Location} header that was recorded of some operations
 */
public record Response(int status, Kind kind, boolean location) {

    public Response {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("no status of success: " + status);
        }
    }

    /** The form of the content. */
    public enum Kind {
        /** One JSON object. */
        OBJECT,
        /** A JSON array. */
        LIST,
        /** A page of a list. */
        PAGE,
        /** A page of a list that is counted only when the client asks for it. */
        UNCOUNTED_PAGE,
        /** A page that holds the whole list: clients cannot ask for others. */
        WHOLE_PAGE,
        /** Text, without quotes. */
        TEXT,
        /** A file, compressed or not. */
        FILE,
        /** No content. */
        NONE;

        /** Whether the content is a page of a list. */
        public boolean isPage() {
            return this == PAGE || this == UNCOUNTED_PAGE || this == WHOLE_PAGE;
        }

        /** Whether clients say which page they want. */
        boolean isOneOfMany() {
            return isPage() && this != WHOLE_PAGE;
        }
    }
}
