package io.telamon.control.event;

import java.util.Locale;

/**
 * A type of events that the API documents.
 *
 * @param name as events carry it
 * @param inOrganizations whether events of organizations can be of this type
 * @param alertable whether alerts can be set on it
 */
public record EventType(String name, boolean inProjects, boolean inOrganizations, boolean alertable) {

    /** What the name says, as a sentence. */
    public String description() {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
