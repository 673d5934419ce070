package io.telamon.control.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * A fault as testers see it.
 *
 * @param remaining hits that are left; absent when the fault does not count them
 */
public record FaultView(
        String id, FaultDefinition fault, @Nullable Integer remaining) {}
