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

    private static void requireNone(String attribute, @Nullable String type) {
        if (type != null && !type.equals("NONE")) {
            throw ErrorCode.INVALID_ATTRIBUTE.about(attribute);
        }
    }

    /** A new database user. Only passwords are served, so that every other way to authenticate must be NONE. */
    @Valid
    @ReadOnly("groupId")
    public record DatabaseUserCreate(
            @Nullable String awsIAMType,
            @NotBlank String databaseName,
            @Nullable Instant deleteAfterDate,
            @FreeText @Nullable @Size(max = 100) String description,
            @Nullable List<@Valid Label> labels,
            @Nullable String ldapAuthType,
            @Nullable String oidcAuthType,
            @Nullable @Size(max = 256) String password,
            @Nullable List<@Valid Granted> roles,
            @Nullable List<@Valid Scope> scopes,
            @NotNull @Size(max = 1024) String username,
            @Nullable String x509Type) {

        void requireName() {
            if (username.isBlank() || username.chars().anyMatch(Character::isISOControl)) {
                throw ErrorCode.ATLAS_INVALID_USERNAME.about(username);
            }
        }

        void requirePassword() {
            requireNone("awsIAMType", awsIAMType);
            requireNone("ldapAuthType", ldapAuthType);
            requireNone("oidcAuthType", oidcAuthType);
            requireNone("x509Type", x509Type);
            if (!databaseName.equals("admin")) {
                throw ErrorCode.INVALID_ATTRIBUTE.about("databaseName");
            }
            if (password == null) {
                throw ErrorCode.MISSING_ATTRIBUTE.about("password");
            }
        }

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
            @Nullable String awsIAMType,
            @Nullable String databaseName,
            @Nullable Instant deleteAfterDate,
            @FreeText @Nullable @Size(max = 100) String description,
            @Nullable List<@Valid Label> labels,
            @Nullable String ldapAuthType,
            @Nullable String oidcAuthType,
            @Nullable @Size(max = 256) String password,
            @Nullable List<@Valid Granted> roles,
            @Nullable List<@Valid Scope> scopes,
            @Nullable String username,
            @Nullable String x509Type) {

        void requireSame(String name) {
            requireNone("awsIAMType", awsIAMType);
            requireNone("ldapAuthType", ldapAuthType);
            requireNone("oidcAuthType", oidcAuthType);
            requireNone("x509Type", x509Type);
            if (username != null && !username.equals(name)) {
                throw ErrorCode.DATABASE_USERNAME_CANNOT_BE_CHANGED.about();
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "DatabaseUserUpdate[" + username + "]";
        }
    }
}
