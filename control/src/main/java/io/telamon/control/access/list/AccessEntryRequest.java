package io.telamon.control.access.list;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new entry of an API access list: an address, or a range of them. */
@Valid
@ReadOnly({"count", "created", "createdAt", "lastUsed", "lastUsedAddress", "lastUsedAt", "requestCount"})
public record AccessEntryRequest(
        @Size(max = 49, message = TOO_LONG) @Nullable String cidrBlock,
        @Size(max = 45, message = TOO_LONG) @Nullable String ipAddress) {

    static final String TOO_LONG = "is longer than any address";

    /**
     * The block.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#BAD_ACCESS_LIST_ADD_REQUEST} or
     *     {@link ErrorCode#INVALID_IP_ADDRESS_OR_CIDR_NOTATION}
     */
    CidrBlock block() {
        if ((cidrBlock == null) == (ipAddress == null)) {
            throw ErrorCode.BAD_ACCESS_LIST_ADD_REQUEST.about();
        }
        String text = cidrBlock == null ? String.valueOf(ipAddress) : cidrBlock;
        boolean hasPrefix = text.indexOf('/') >= 0;
        return CidrBlock.parse(text)
                .filter(block -> hasPrefix == (cidrBlock != null))
                .orElseThrow(() -> ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION.about(text));
    }
}
