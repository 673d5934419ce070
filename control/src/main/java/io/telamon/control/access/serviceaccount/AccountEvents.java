package io.telamon.control.access.serviceaccount;

import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.Transaction;

/** Tells what happens to service accounts. */
final class AccountEvents {

    private final EventLog log;

    AccountEvents(EventLog log) {
        this.log = log;
    }

    void append(Transaction transaction, Event event, ServiceAccount account) {
        log.append(transaction, event.about("clientId", account.clientId().value()));
    }
}
