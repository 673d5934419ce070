package io.telamon.documents.query;

/**
 * A condition on one value that lies in bytes.
 *
 * <p>Conditions on a field hold when one of the values that the field's path leads to matches; those that are negated hold
 * when none does.
 */
@FunctionalInterface
interface ElementTest {

    /**
     * Whether the value of a BSON type at a position matches.
     *
     * @param type the type byte; 0 where the path leads to nothing
     */
    boolean test(byte[] bytes, int type, int position);
}
