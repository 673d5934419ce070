package io.telamon.control.access;

import io.telamon.control.api.Call;
import io.telamon.control.api.Role;
import io.telamon.control.store.Transaction;
import java.util.List;
import java.util.Objects;

/** Changes what is known of a service account, and its roles in the scope that it is reached from. */
final class AccountDetails {

    private final Memberships memberships;
    private final AccountEvents events;

    AccountDetails(Memberships memberships, AccountEvents events) {
        this.memberships = memberships;
        this.events = events;
    }

    void change(Transaction transaction, Call<AccountRequests.Update> call, AccountScope scope) {
        AccountRequests.Update asked = call.body();
        ServiceAccount account = scope.changeable(transaction.handle(), call);
        if (asked.name() != null || asked.description() != null) {
            ServiceAccountTable.update(
                    transaction.handle(),
                    account.id(),
                    Objects.requireNonNullElse(asked.name(), account.name()),
                    Objects.requireNonNullElse(asked.description(), account.description()));
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_DETAILS_CHANGED"), account);
        }
        List<Role> roles = asked.roles();
        if (roles != null) {
            memberships.replace(transaction, account.holder(), scope.id(call), roles);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ROLES_CHANGED"), account);
        }
    }
}
