package io.telamon.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchTest {

    private record Thing(String name, boolean on, List<String> tags, Optional<String> comment) {}

    private record Change(
            @Nullable String name,
            @Nullable Boolean on,
            @Nullable List<String> tags,
            @Nullable String unknown) {}

    private record Comment(Optional<String> comment) {}

    private record PlainComment(@Nullable String comment) {}

    private record Wrong(int name) {}

    private static final Thing BEFORE = new Thing("a", true, List.of("x", "y"), Optional.of("c"));

    @Test
    void keepsWhatTheChangeLeavesOut() {
        assertThat(Patch.applied(BEFORE, new Change(null, null, null, "z"))).isEqualTo(BEFORE);
        assertThat(Patch.applied(BEFORE, new Comment(Optional.empty()))).isEqualTo(BEFORE);
    }

    @Test
    void replacesWhatTheChangeHas() {
        assertThat(Patch.applied(BEFORE, new Change("b", false, List.of(), null)))
                .isEqualTo(new Thing("b", false, List.of(), Optional.of("c")));
    }

    @Test
    void replacesOptionalsByValuesAndOptionals() {
        Thing expected = new Thing("a", true, List.of("x", "y"), Optional.of("d"));
        assertThat(Patch.applied(BEFORE, new Comment(Optional.of("d")))).isEqualTo(expected);
        assertThat(Patch.applied(BEFORE, new PlainComment("d"))).isEqualTo(expected);
    }

    @Test
    void refusesComponentsThatDoNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Patch.applied(BEFORE, new Wrong(1)));
    }
}
