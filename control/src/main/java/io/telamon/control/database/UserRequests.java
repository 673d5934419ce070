package io.telamon.control.database;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients send of database users. */
public final class UserRequests {

    private UserRequests() {}

    /** A new database user. */
    @Valid
    @ReadOnly("groupId")
    public record DatabaseUserCreate(
            AuthenticationTypes.@Nullable AwsIam awsIAMType,
            @NotBlank String databaseName,
            @Nullable Instant deleteAfterDate,
            @FreeText @Nullable @Size(max = 100) String description,
            @Nullable List<@Valid Label> labels,
            AuthenticationTypes.@Nullable Ldap ldapAuthType,
            AuthenticationTypes.@Nullable Oidc oidcAuthType,
            @Nullable @Size(max = 256) String password,
            @Nullable List<@Valid Granted> roles,
            @Nullable List<@Valid Scope> scopes,
            @NotNull @Size(max = 1024) String username,
            AuthenticationTypes.@Nullable X509 x509Type) {

        /** Without the password. */
        @Override
        public String toString() {
            return "DatabaseUserCreate[" + username + "]";
        }
    }

    /** Changes of a database user; what is not there stays as it is. */
    @Valid
    @ReadOnly("groupId")
    public record DatabaseUserUpdate(
            AuthenticationTypes.@Nullable AwsIam awsIAMType,
            @Nullable String databaseName,
            @Nullable Instant deleteAfterDate,
            @FreeText @Nullable @Size(max = 100) String description,
            @Nullable List<@Valid Label> labels,
            AuthenticationTypes.@Nullable Ldap ldapAuthType,
            AuthenticationTypes.@Nullable Oidc oidcAuthType,
            @Nullable @Size(max = 256) String password,
            @Nullable List<@Valid Granted> roles,
            @Nullable List<@Valid Scope> scopes,
            @Nullable String username,
            AuthenticationTypes.@Nullable X509 x509Type) {

        void requireSame(User user) {
            ErrorCode.DATABASE_USERNAME_CANNOT_BE_CHANGED.refuseIf(username != null && !username.equals(user.name()));
            ErrorCode.DATABASE_NAME_CANNOT_BE_CHANGED.refuseIf(
                    databaseName != null && !databaseName.equals(user.database()));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "DatabaseUserUpdate[" + username + "]";
        }
    }
}
