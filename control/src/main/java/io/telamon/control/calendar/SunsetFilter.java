package io.telamon.control.calendar;

import io.telamon.control.api.ApiBase;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.OfferedVersion;
import io.telamon.control.api.RequestFilter;
import java.time.LocalDate;

/**
 * Lets the day of the calendar decide which versions still answer, and announces the end of deprecated ones. The
 * operations of serverless instances announced theirs stage by stage: on the days before the sunset all of them the same
 * one, the reading operations too, as recorded.
 */
public final class SunsetFilter implements RequestFilter {

    private static final String DEPRECATED = "2025-12-10";
    private static final String FIRST_ANNOUNCED_SUNSET = "2026-01-15";

    private final Calendar calendar;

    public SunsetFilter(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void pass(Exchange exchange) {
        exchange.offeredVersion().filter(OfferedVersion::isDeprecated).ifPresent(version -> judge(exchange, version));
        if (exchange.operation().surface() == ApiBase.ATLAS_V1) {
            judgeFirstVersion(exchange);
        }
    }

    /** Version 1.0 of an operation has no end of its own: it ends with the last of the dated versions. */
    private void judgeFirstVersion(Exchange exchange) {
        LocalDate day = calendar.day();
        ErrorCode.VERSION_GONE.refuseIf(
                exchange.operation().versions().stream().allMatch(version -> version.isGoneOn(day)),
                "1.0",
                withoutFirstSlash(exchange.request()));
    }

    private void judge(Exchange exchange, OfferedVersion version) {
        LocalDate day = calendar.day();
        if (version.isGoneOn(day)) {
            throw ErrorCode.VERSION_GONE.about(version.version(), withoutFirstSlash(exchange.request()));
        }
        if (exchange.operation().declaration().endsWithServerless()) {
            announceEndOfServerless(exchange, version, day);
        } else {
            version.publish(exchange.answerHeaders());
        }
    }

    /** The path as the service names it in this error, as reported. */
    private static String withoutFirstSlash(HttpRequest request) {
        return request.rawPath().replaceFirst("^/+", "");
    }

    private static void announceEndOfServerless(Exchange exchange, OfferedVersion version, LocalDate day) {
        switch (Stage.on(day)) {
            case SERVERLESS -> {}
            case FLEX -> version.ending(DEPRECATED, FIRST_ANNOUNCED_SUNSET).publish(exchange.answerHeaders());
            case SUNSET, GONE -> version.publish(exchange.answerHeaders());
        }
    }
}
