package io.telamon.control.http;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.context.Context;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.Http1ConnectionSelectorConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** What all connections of a listener share: its limits, and the parts of Helidon that parse requests and route them. */
record ListenerScope(
        HttpLimits limits,
        Optional<SSLContext> tls,
        ConnectionTable table,
        RequestMemory heads,
        Http1ConnectionSelector protocol,
        Router router,
        Context context,
        MediaContext mediaContext,
        ContentEncodingContext contentEncodingContext,
        DirectHandlers directHandlers,
        ListenerConfig config,
        ExecutorService executor,
        Limit limit)
        implements ListenerContext {

    static ListenerScope of(HttpLimits limits, Optional<SSLContext> tls, ErrorBodies errors, Handler handler) {
        return new ListenerScope(
                limits,
                tls,
                new ConnectionTable(limits),
                new RequestMemory(limits.openMemory()),
                newProtocol(tls.isPresent()),
                Router.builder().addRouting(HttpRouting.builder().any(handler)).build(),
                Context.create(),
                MediaContext.create(),
                ContentEncodingContext.create(),
                directHandlers(errors, tls.isPresent()),
                ListenerConfig.create(),
                Executors.newVirtualThreadPerTaskExecutor(),
                FixedLimit.create());
    }

    private static Http1ConnectionSelector newProtocol(boolean secure) {
        Http1ConnectionListener framing = new NoContentFraming();
        // the lengths are checked before, against stricter limits
        Http1Config config = Http1Config.builder()
                .addReceiveListener(new BodyAnnouncer())
                .addSendListener(
                        secure ? new ResponseListeners(List.of(framing, new StrictTransportSecurity())) : framing)
                .maxPrologueLength(HeadReader.LONGEST)
                .maxHeadersSize(HeadReader.LONGEST)
                .build();
        return Http1ConnectionSelectorConfig.builder().config(config).build();
    }

    private static DirectHandlers directHandlers(ErrorBodies errors, boolean secure) {
        DirectHandler handler = new TransportErrors(errors, secure);
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }
}
