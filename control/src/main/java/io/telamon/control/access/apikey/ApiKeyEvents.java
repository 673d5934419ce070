package io.telamon.control.access.apikey;

import io.telamon.control.access.list.CidrBlock;
import io.telamon.control.api.Call;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.Transaction;

/** Tells what happens to API keys. */
final class ApiKeyEvents {

    private static final String TARGET = "targetPublicKey";

    private final EventLog log;

    ApiKeyEvents(EventLog log) {
        this.log = log;
    }

    void inOrganization(Transaction transaction, Call<?> call, String type, ApiKey key) {
        log.append(
                transaction,
                Event.inOrganization(key.organizationId(), call, type).about(TARGET, key.publicKey()));
    }

    void inProject(Transaction transaction, Call<?> call, String type, ApiKey key) {
        log.append(
                transaction,
                Event.inProject(call.projectId(), key.organizationId(), call, type)
                        .about(TARGET, key.publicKey()));
    }

    void ofEntry(Transaction transaction, Call<?> call, String type, ApiKey key, CidrBlock entry) {
        log.append(
                transaction,
                Event.inOrganization(key.organizationId(), call, type)
                        .about(TARGET, key.publicKey())
                        .about("whitelistEntry", entry.text()));
    }
}
