package io.telamon.documents.query;

import io.telamon.documents.value.FieldName;
import java.util.List;

/** A condition on a field, before it is known whether the field is at a path or an element of an array. */
sealed interface FieldTest {

    /** The condition for the values at a path. */
    DocumentTest at(FieldName[] path);

    /** The condition for a single value, whose elements are not looked at. */
    ElementTest single();

    /** A condition on values and the elements of arrays. */
    static FieldTest of(ElementTest test) {
        return new OnValues(test, true, test);
    }

    /** A condition on the value itself. */
    static FieldTest whole(ElementTest test) {
        return new OnValues(test, false, (_, _, _) -> false);
    }

    /** A condition on arrays one of whose elements matches. */
    static FieldTest anyElement(ElementTest element) {
        return new OnValues(ArrayTests.anyElement(element), false, element);
    }

    /** The condition that not all of several hold. */
    static FieldTest notAll(List<FieldTest> tests) {
        return new NotAll(tests);
    }

    /** The condition that this one does not hold. */
    default FieldTest negate() {
        return notAll(List.of(this));
    }

    /**
     * A condition on one of the values that the path leads to.
     *
     * @param elements whether an array counts as its elements, too
     * @param element the condition on the elements of an array by which the array matches
     */
    record OnValues(ElementTest test, boolean elements, ElementTest element) implements FieldTest {

        @Override
        public DocumentTest at(FieldName[] path) {
            return new PathTest(path, test, elements, element);
        }

        @Override
        public ElementTest single() {
            return test;
        }
    }

    /** Conditions that do not all hold. */
    record NotAll(List<FieldTest> tests) implements FieldTest {

        @Override
        public DocumentTest at(FieldName[] path) {
            return DocumentTest.not(
                    DocumentTest.all(tests.stream().map(test -> test.at(path)).toList()));
        }

        @Override
        public ElementTest single() {
            ElementTest all =
                    ArrayTests.all(tests.stream().map(FieldTest::single).toList());
            return (bytes, type, position) -> !all.test(bytes, type, position);
        }
    }
}
