package io.telamon.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.Method;
import io.telamon.control.api.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No sequence of requests gives a caller what the caller had not, nor lets the caller give it or take it from others, nor
 * leaves an organization without an owner. What somebody has is read from the store, not from answers.
 */
class RightsSearchTest {

    /** Operations that change things, but not who may do what. */
    private static final Set<String> OTHERS = Set.of(
            "createAccessToken",
            "revokeAccessToken",
            "updateGroup",
            "updateGroupSettings",
            "enableGroupManagedSlowMs",
            "disableGroupManagedSlowMs",
            "setGroupLimit",
            "deleteGroupLimit");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"owner", "ownerOfBoth", "readerOfTwo", "auditor"})
    void findsNothingInOneRequest(String caller) {
        try (var world = RightsWorld.large(folder)) {
            assertThat(search(world, caller).sequences(1)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"creator", "ownerOfOne", "adminOfOne", "foreignOwner"})
    void findsNothingInTwoRequests(String caller) {
        try (var world = RightsWorld.large(folder)) {
            assertThat(search(world, caller).sequences(2)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"creator, 3", "ownerOfOne, 3"})
    void findsNothingInSequencesThatChangeGrants(String caller, int length) {
        try (var world = RightsWorld.small(folder)) {
            assertThat(new RightsSearch(world, world.account(caller), true).sequences(length))
                    .isEmpty();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"owner, 2", "ownerOfBoth, 2", "readerOfTwo, 2", "auditor, 2", "creator, 4", "ownerOfOne, 3"})
    void findsNothingInMoreSequences(String caller, int length) {
        try (var world = RightsWorld.large(folder)) {
            assertThat(search(world, caller).sequences(length)).isEmpty();
        }
    }

    @Test
    void callsEveryOperationThatChangesWhoMayDoWhat() {
        try (var world = RightsWorld.large(folder)) {
            RightsSearch search = search(world, "owner");
            search.sequences(1);

            List<String> changing = world.operations().stream()
                    .filter(Operation::served)
                    .filter(operation -> operation.method() != Method.GET)
                    .map(Operation::id)
                    .filter(id -> !OTHERS.contains(id))
                    .toList();
            assertThat(search.operations()).containsExactlyInAnyOrderElementsOf(changing);
        }
    }

    private static RightsSearch search(RightsWorld world, String caller) {
        return new RightsSearch(world, world.account(caller), false);
    }
}
