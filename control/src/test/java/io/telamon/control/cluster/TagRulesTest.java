package io.telamon.control.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagRulesTest {

    @Test
    void refusesAKeyGivenTwiceOnCreation() {
        assertThat(refusals(TagRules::forCreate, List.of(tag("a"), tag("b"), tag("a"), tag("b"))))
                .containsExactly("tags[2].key", "tags[3].key");
    }

    @Test
    void keepsTheOrderOfTagsOnCreation() {
        assertThat(TagRules.forCreate(tags(TagRules.MOST))).isEqualTo(tags(TagRules.MOST));
    }

    @Test
    void takesTheLastValueOfAKeyOnUpdate() {
        assertThat(TagRules.forUpdate(List.of(new Tag("a", "old"), new Tag("b", "x"), new Tag("a", "new"))))
                .containsExactly(new Tag("a", "new"), new Tag("b", "x"));
    }

    @Test
    void leavesTagsAloneWhereAChangeSaysNothingOfThem() {
        assertThat(TagRules.forUpdate(null)).isNull();
    }

    @Test
    void refusesMoreThan50Tags() {
        assertThat(refusals(TagRules::forCreate, tags(51))).containsExactly("tags");
        assertThat(refusals(TagRules::forUpdate, tags(51))).containsExactly("tags");
    }

    @Test
    void countsAKeyGivenTwiceOnceOnUpdate() {
        List<Tag> twice = new ArrayList<>(tags(50));
        twice.addAll(tags(50));

        assertThat(TagRules.forUpdate(twice)).isEqualTo(tags(50));
    }

    private static List<String> refusals(Consumer<List<Tag>> rule, List<Tag> tags) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> rule.accept(tags));
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        return refusal.violations().stream().map(Violation::field).toList();
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> tag("key" + i)).toList();
    }

    private static Tag tag(String key) {
        return new Tag(key, "value");
    }
}
