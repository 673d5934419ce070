package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final LongSupplier NEVER = () -> {
        throw new AssertionError("counted though nobody needs it");
    };

    private static final LongSupplier SEVEN = () -> 7;

    @Test
    void countsOnlyWhatIsAskedForAndNotKnown() {
        assertThat(page(1, true, 7, NEVER).totalCount()).as("all on one page").isEqualTo(7);
        assertThat(page(1, true, 3, SEVEN).totalCount()).isEqualTo(7);
        assertThat(page(3, true, 3, NEVER).totalCount()).as("the last page").isEqualTo(7);
        assertThat(page(4, true, 3, SEVEN).totalCount())
                .as("after the last page")
                .isEqualTo(7);
        assertThat(page(1, false, 3, NEVER).results()).containsExactly(0, 1, 2);
    }

    @Test
    void knowsWithoutACountWhetherAnotherPageFollows() {
        assertThat(page(1, false, 3, NEVER).totalCount()).isGreaterThan(3);
        assertThat(page(2, false, 3, NEVER).totalCount()).isGreaterThan(6);
        assertThat(page(3, false, 3, NEVER).totalCount()).isEqualTo(7);
        assertThat(page(4, false, 3, NEVER).results()).isEmpty();
    }

    /** A page of seven numbers. */
    private static Page<Integer> page(int number, boolean includeCount, int items, LongSupplier count) {
        PageRequest asked = new PageRequest(number, items, includeCount);
        List<Integer> found = IntStream.range(0, 7)
                .skip(asked.offset())
                .limit(asked.limit())
                .boxed()
                .toList();
        return Page.of(asked, found, count);
    }
}
