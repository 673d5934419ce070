package io.telamon.control.access.apikey;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import io.telamon.control.api.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the operations on API keys. */
public final class ApiKeyRequests {

    static final String LENGTH = "must have 1 to 250 characters";

    private ApiKeyRequests() {}

    /** A new key. */
    @Valid
    @ReadOnly({"id", "privateKey", "publicKey"})
    public record Create(
            @FreeText @NotNull @Size(min = 1, max = 250, message = LENGTH)
            String desc,

            @NotNull List<Role> roles) {

        List<Role> someRoles() {
            return some(roles);
        }
    }

    /** What changes of a key; what is absent stays. */
    @Valid
    @ReadOnly({"id", "privateKey", "publicKey"})
    public record Update(
            @FreeText @Size(min = 1, max = 250, message = LENGTH) @Nullable
            String desc,

            @Nullable List<Role> roles) {

        List<Role> someRoles() {
            return some(roles == null ? List.of() : roles);
        }
    }

    /** Roles in a project for a key that is there. */
    @Valid
    @ReadOnly("userId")
    public record Assignment(@NotNull List<Role> roles) {}

    static List<Role> some(List<Role> roles) {
        if (roles.isEmpty()) {
            throw ErrorCode.MISSING_API_KEY_ROLES.about();
        }
        return roles;
    }
}
