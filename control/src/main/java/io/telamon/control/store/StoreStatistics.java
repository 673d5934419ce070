package io.telamon.control.store;

/**
 * What a store has done since it was opened. Transactions that wait at the same time share a commit, so there are
 * never more commits than transactions.
 *
 * @param transactions those that have ended, refused ones too where they shared a commit
 * @param commits the disk flushes that they took
 */
public record StoreStatistics(long transactions, long commits) {}
