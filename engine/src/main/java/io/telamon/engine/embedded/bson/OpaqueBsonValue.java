package io.telamon.engine.embedded.bson;

import de.bwaldvogel.mongo.bson.Bson;
import java.util.Arrays;

/**
 * A value of a type that mongo-java-server does not know: it is kept as it came and can be compared for equality, nothing else. Ordering it
 * is an error there, never a wrong order.
 */
public final class OpaqueBsonValue implements Bson {

    private static final long serialVersionUID = 1L;

    private final byte type;
    private final byte[] payload;

    OpaqueBsonValue(byte type, byte[] payload) {
        this.type = type;
        this.payload = payload;
    }

    byte type() {
        return type;
    }

    byte[] payload() {
        return payload;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueBsonValue that && type == that.type && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "BSON type " + type + " of " + payload.length + " bytes";
    }
}
