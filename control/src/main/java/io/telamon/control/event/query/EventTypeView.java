package io.telamon.control.event.query;

import io.telamon.control.event.EventType;

/** A type of events as the API shows it. */
record EventTypeView(boolean alertable, String description, String eventType) {

    static EventTypeView of(EventType type) {
        return new EventTypeView(type.alertable(), type.description(), type.name());
    }
}
