package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void countsOnlyWhatIsAskedForAndNotKnown() {
        assertThat(page(1, true, 7, PageTest::never).totalCount())
                .as("all on one page")
                .isEqualTo(7);
        assertThat(page(1, true, 3, PageTest::seven).totalCount()).isEqualTo(7);
        assertThat(page(3, true, 3, PageTest::never).totalCount())
                .as("the last page")
                .isEqualTo(7);
        assertThat(page(4, true, 3, PageTest::seven).totalCount())
                .as("after the last page")
                .isEqualTo(7);
        assertThat(page(1, false, 3, PageTest::never).results()).containsExactly(0, 1, 2);
    }

    @Test
    void knowsWithoutACountWhetherAnotherPageFollows() {
        assertThat(page(1, false, 3, PageTest::never).totalCount()).isGreaterThan(3);
        assertThat(page(2, false, 3, PageTest::never).totalCount()).isGreaterThan(6);
        assertThat(page(3, false, 3, PageTest::never).totalCount()).isEqualTo(7);
        assertThat(page(4, false, 3, PageTest::never).results()).isEmpty();
    }

    private static long never() {
        throw new AssertionError("counted though nobody needs it");
    }

    private static long seven() {
        return 7;
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
