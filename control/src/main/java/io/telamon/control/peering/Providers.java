package io.telamon.control.peering;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.topology.Provider;
import java.util.Arrays;

/** The provider that a list is about. */
final class Providers {

    private Providers() {}

    /**
     * The provider that the query of a call names, which is AWS where it names none.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_PROVIDER}
     */
    static Provider inQuery(Call<?> call) {
        String name = call.query().text("providerName").orElse(Provider.AWS.name());
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.INVALID_PROVIDER.about(name));
    }
}
