package io.telamon.documents.expression;

import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.Arrays;

/** The values of variables during an evaluation: the document, and what operators and the caller bind. Not thread-safe. */
public final class Variables {
    static final int ROOT = 0;

    private Value[] slots = new Value[8];
    private Metadata metadata = Metadata.NONE;

    /** Variables for one document. */
    public Variables(Value root) {
        Arrays.fill(slots, MissingValue.MISSING);
        slots[ROOT] = root;
    }

    /** The document. */
    public Value root() {
        return slots[ROOT];
    }

    /** Goes on to the next document; what was bound stays. */
    public void setRoot(Value root) {
        slots[ROOT] = root;
    }

    /** What {@code $meta} answers from. */
    public Metadata metadata() {
        return metadata;
    }

    /** Sets what {@code $meta} answers from. */
    public void setMetadata(Metadata metadata) {
        this.metadata = metadata;
    }

    /** The value of a variable by the number that the parser gave it. */
    public Value get(int slot) {
        return slot < slots.length ? slots[slot] : MissingValue.MISSING;
    }

    /** Binds a variable by the number that the parser gave it. */
    public void set(int slot, Value value) {
        if (slot >= slots.length) {
            int before = slots.length;
            slots = Arrays.copyOf(slots, slot * 2);
            Arrays.fill(slots, before, slots.length, MissingValue.MISSING);
        }
        slots[slot] = value;
    }
}
