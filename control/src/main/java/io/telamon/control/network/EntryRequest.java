package io.telamon.control.network;

import io.telamon.control.access.list.CidrBlock;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.FreeText;
import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new entry of a project's access list: an address, or a range of them. */
@Valid
@ReadOnly("groupId")
public record EntryRequest(
        @Nullable @Size(max = 49, message = "is longer than any address")
        String cidrBlock,

        @Nullable @Size(max = 49, message = "is longer than any address")
        String ipAddress,

        @Nullable @Size(max = 255) String awsSecurityGroup,
        @FreeText @Nullable String comment,
        @Nullable Instant deleteAfterDate) {

    private static final String ANY = "0.0.0.0";

    /** Characters that a comment has at most. */
    private static final int LONGEST_COMMENT = 80;

    /**
     * The comment.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_NETWORK_PERMISSION_COMMENT}
     */
    Optional<String> checkedComment() {
        if (comment != null && comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            throw ErrorCode.INVALID_NETWORK_PERMISSION_COMMENT.about(comment);
        }
        return Optional.ofNullable(comment);
    }

    /**
     * The block.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY},
     *     {@link ErrorCode#INVALID_IP_ADDRESS_OR_CIDR_NOTATION},
     *     {@link ErrorCode#CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION}, {@link ErrorCode#MISSING_ATTRIBUTE}
     */
    CidrBlock block() {
        if (awsSecurityGroup != null && !awsSecurityGroup.isEmpty()) {
            throw ErrorCode.CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION.about();
        }
        if (cidrBlock == null && ipAddress == null) {
            throw ErrorCode.MISSING_ATTRIBUTE.about("ipAddress");
        }
        String text = String.valueOf(cidrBlock == null ? ipAddress : cidrBlock);
        CidrBlock block = parse(text).orElseThrow(() -> ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION.about(text));
        boolean both = cidrBlock != null && ipAddress != null;
        // what an answer has shown may come back: the address beside its own range
        if (both && !parse(String.valueOf(ipAddress)).map(CidrBlock::range).equals(Optional.of(block.range()))) {
            throw ErrorCode.MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY.about();
        }
        return block;
    }

    /** In the service the address 0.0.0.0 alone means every address. */
    private static Optional<CidrBlock> parse(String text) {
        return CidrBlock.parse(text.equals(ANY) ? ANY + "/0" : text);
    }
}
