package io.telamon.control.cluster.serverless;

import org.jspecify.annotations.Nullable;

/** How a serverless instance is backed up: continuously, or now and then. */
public record BackupOptions(@Nullable Boolean serverlessContinuousBackupEnabled) {}
