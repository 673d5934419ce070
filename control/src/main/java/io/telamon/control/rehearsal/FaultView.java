package io.telamon.control.rehearsal;

import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A fault as testers see it.
 *
 * @param remaining hits that are left; absent when the fault does not count them
 */
public record FaultView(
        String id,
        @ColumnName("definition") FaultDefinition fault,
        @Nullable Integer remaining) {}
