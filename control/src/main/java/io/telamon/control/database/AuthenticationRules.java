package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.database.AuthenticationTypes.Ldap;
import io.telamon.control.database.AuthenticationTypes.X509;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must fit together in how a database user authenticates. */
final class AuthenticationRules {

    private final CommonPasswords commonPasswords = new CommonPasswords();

    /**
     * Refuses several types at once, a database or name that is not of the type, and what users without a password cannot
     * have.
     *
     * @param password the new password, if one is sent
     * @throws io.telamon.control.api.ApiException the code that the API documents for it, or
     *     {@link ErrorCode#INVALID_ATTRIBUTE} where it documents none
     */
    void require(User user, @Nullable String password) {
        AuthenticationTypes types = user.authentication();
        requireOneType(types);
        requireDatabase(types, user);
        if (password != null) {
            requirePassword(types, password);
        }
        ErrorCode.ATLAS_X509_USER_CANNOT_BE_TEMPORARY.refuseIf(
                types.x509Type() != X509.NONE && user.deleteAfter().isPresent());
        UserNames.require(types, user.name());
    }

    private static void requireOneType(AuthenticationTypes types) {
        ErrorCode.ATLAS_X509_USER_CANNOT_USE_LDAP.refuseIf(
                types.x509Type() != X509.NONE && types.ldapAuthType() != Ldap.NONE);
        List<String> chosen = types.chosen();
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(chosen.size() > 1, chosen.isEmpty() ? "" : chosen.getLast());
    }

    private static void requireDatabase(AuthenticationTypes types, User user) {
        if (user.database().equals(types.database())) {
            return;
        }
        throw types.database().equals("admin")
                ? ErrorCode.DATABASE_NAME_INVALID_ADMIN.about(user.name())
                : ErrorCode.DATABASE_NAME_INVALID_EXTERNAL.about();
    }

    private void requirePassword(AuthenticationTypes types, String password) {
        ErrorCode.ATLAS_X509_USER_CANNOT_USE_SCRAM.refuseIf(types.x509Type() != X509.NONE);
        ErrorCode.INVALID_ATTRIBUTE.refuseIf(!types.usePassword(), "password");
        commonPasswords.refuse(password);
    }
}
