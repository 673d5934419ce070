package io.telamon.documents.update;

import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;

/** What a modifier does with the value of a field. */
interface Modification {

    /** The new value of a field whose value may be missing. Missing removes the field; in an array it becomes null. */
    Value apply(Value current);

    /** Whether the documents on the path are made where they are missing. */
    default boolean createsPath() {
        return true;
    }

    /** A modification of values that exist; fields that do not exist stay so. */
    @FunctionalInterface
    interface OfExisting extends Modification {

        @Override
        default boolean createsPath() {
            return false;
        }
    }

    /** Whether it is an error when the path leads through a value that has no fields. */
    default boolean needsPath() {
        return createsPath();
    }

    /** Whether a field would be made by a modification of a missing value. */
    default boolean skips(Value current) {
        return !createsPath() && current == MissingValue.MISSING;
    }
}
