package io.telamon.control.endpoint;

import io.telamon.control.store.StoredAsText;

/** The state of a private endpoint. Each state has as methods only the transitions that are legal from it. */
sealed interface EndpointState extends StoredAsText {

    /** The name that clients see. */
    String status();

    @Override
    default String storedText() {
        return status();
    }

    /** The service for the endpoint is being set up. */
    record ReservationRequested() implements EndpointState {
        @Override
        public String status() {
            return "RESERVATION_REQUESTED";
        }

        Reserved reserved() {
            return new Reserved();
        }
    }

    /** The service waits for the client's end. */
    record Reserved() implements EndpointState {
        @Override
        public String status() {
            return "RESERVED";
        }

        Initiating connecting() {
            return new Initiating();
        }
    }

    /** Both ends are being connected. */
    record Initiating() implements EndpointState {
        @Override
        public String status() {
            return "INITIATING";
        }

        Available connected() {
            return new Available();
        }

        Failed refused() {
            return new Failed();
        }
    }

    /** Drivers can connect through it. */
    record Available() implements EndpointState {
        @Override
        public String status() {
            return "AVAILABLE";
        }
    }

    /** The ends could not be connected; the client may name another end. */
    record Failed() implements EndpointState {
        @Override
        public String status() {
            return "FAILED";
        }

        Initiating connecting() {
            return new Initiating();
        }
    }

    /** Is going away. */
    record Deleting() implements EndpointState {
        @Override
        public String status() {
            return "DELETING";
        }
    }

    /** The state of a name that clients see. */
    static EndpointState parse(String name) {
        return switch (name) {
            case "RESERVATION_REQUESTED" -> new ReservationRequested();
            case "RESERVED" -> new Reserved();
            case "INITIATING" -> new Initiating();
            case "AVAILABLE" -> new Available();
            case "FAILED" -> new Failed();
            case "DELETING" -> new Deleting();
            default -> throw new IllegalArgumentException("no endpoint state " + name);
        };
    }
}
