package io.telamon.control.cluster;

import io.telamon.control.store.StoredAsText;

/**
 * The state of a cluster. Each state has as methods only the transitions that are legal from it; those that a client may
 * ask for in any state are in the interface.
 */
public sealed interface ClusterState extends StoredAsText {

    /** The name that clients see. */
    String stateName();

    @Override
    default String storedText() {
        return stateName();
    }

    /** The state of a cluster that a client has changed. */
    ClusterState changed();

    /** The state of a cluster whose deletion a client has asked for. */
    default Deleting deleting() {
        return new Deleting();
    }

    /** Hosts are being set up. */
    record Creating() implements ClusterState {
        @Override
        public String stateName() {
            return "CREATING";
        }

        @Override
        public Creating changed() {
            return this;
        }

        Idle created() {
            return new Idle();
        }
    }

    /** Serves clients. */
    record Idle() implements ClusterState {
        @Override
        public String stateName() {
            return "IDLE";
        }

        @Override
        public Updating changed() {
            return new Updating();
        }

        Repairing failing() {
            return new Repairing();
        }
    }

    /** Serves clients while a change is carried out. */
    record Updating() implements ClusterState {
        @Override
        public String stateName() {
            return "UPDATING";
        }

        @Override
        public Updating changed() {
            return this;
        }

        Idle updated() {
            return new Idle();
        }
    }

    /** Its engine does not answer, and is being brought back. */
    record Repairing() implements ClusterState {
        @Override
        public String stateName() {
            return "REPAIRING";
        }

        @Override
        public Repairing changed() {
            return this;
        }

        Idle repaired() {
            return new Idle();
        }
    }

    /** Is going away; nothing can be changed any more. */
    record Deleting() implements ClusterState {
        @Override
        public String stateName() {
            return "DELETING";
        }

        @Override
        public Deleting changed() {
            return this;
        }
    }

    /** The state of a name that clients see. */
    static ClusterState parse(String name) {
        return switch (name) {
            case "CREATING" -> new Creating();
            case "IDLE" -> new Idle();
            case "UPDATING" -> new Updating();
            case "REPAIRING" -> new Repairing();
            case "DELETING" -> new Deleting();
            default -> throw new IllegalArgumentException("no cluster state " + name);
        };
    }
}
