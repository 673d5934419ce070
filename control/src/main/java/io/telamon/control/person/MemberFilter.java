package io.telamon.control.person;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Query;
import java.util.Optional;

/** Which members a client asks for; the versions before 2025-02-19 show the active ones, and take no filters. */
public record MemberFilter(Optional<String> username, Optional<String> status, Optional<String> userId) {

    private static final String ACTIVE = "ACTIVE";
    private static final String PENDING = "PENDING";

    /**
     * Reads the parameters {@code username}, {@code orgMembershipStatus} and {@code userId}.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_ENUM_VALUE} for a status that is none
     */
    public static MemberFilter of(Query query) {
        Optional<String> status = query.text("orgMembershipStatus");
        ErrorCode.INVALID_ENUM_VALUE.refuseIf(
                status.filter(text -> !text.equals(ACTIVE) && !text.equals(PENDING))
                        .isPresent(),
                "orgMembershipStatus");
        return new MemberFilter(query.text("username"), status, query.text("userId"));
    }

    /** What {@code orgMembershipStatus} says of a member. */
    static String statusOf(Member member) {
        return member.isPending() ? PENDING : ACTIVE;
    }

    /** Whether the member is asked for. */
    public boolean matches(MemberDetails details) {
        Member member = details.member();
        return username.map(member.username()::equalsIgnoreCase).orElse(true)
                && status.map(statusOf(member)::equals).orElse(true)
                && userId.map(member.id().value()::equals).orElse(true);
    }
}
