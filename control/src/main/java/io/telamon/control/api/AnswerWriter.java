package io.telamon.control.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what a handler returned, or a refusal, into bytes and headers. */
final class AnswerWriter {

    private static final byte[] NO_BODY = {};
    private static final Set<String> NOT_IN_LINKS = Set.of("pageNum", "itemsPerPage", "pretty", "envelope");

    private final Json json;

    AnswerWriter(Json json) {
        this.json = json;
    }

    HttpAnswer success(Exchange exchange, Object result) {
        Operation operation = exchange.operation();
        int status = operation.response().status();
        if (operation.response().kind() == Response.Kind.TEXT) {
            return text(exchange, status, (String) result);
        }
        if (result instanceof FileContent file) {
            return new HttpAnswer(
                    status, headers(exchange, mediaType(exchange, file.format()), Map.of()), file.bytes());
        }
        if (result instanceof Text text) {
            byte[] content = text.content().getBytes(StandardCharsets.UTF_8);
            return new HttpAnswer(status, headers(exchange, text.contentType(), Map.of()), content);
        }
        if (operation.response().kind() == Response.Kind.NONE && status != 204) {
            Map<String, String> headers = headers(exchange, "", Map.of());
            headers.remove("Content-Type");
            return new HttpAnswer(status, headers, NO_BODY);
        }
        byte[] body = status == 204
                ? NO_BODY
                : json.bytes(shaped(exchange, result), exchange.query().flag("pretty", false));
        return new HttpAnswer(status, headers(exchange, contentType(exchange), location(exchange)), body);
    }

    HttpAnswer refusal(Exchange exchange, Refusal refusal) {
        Map<String, String> headers = headers(exchange, "application/json", refusal.headers());
        if (refusal instanceof ApiException coded) {
            headers.put("X-Error-Code", coded.code().name());
        }
        return new HttpAnswer(refusal.status(), headers, json.bytes(refusal.body(), asksForPretty(exchange)));
    }

    HttpAnswer unauthenticated(Exchange exchange, String challenge) {
        Map<String, String> headers = headers(exchange, "application/json", Map.of("WWW-Authenticate", challenge));
        return new HttpAnswer(401, headers, json.bytes(UnauthenticatedBody.THE_ONE, true));
    }

    private static HttpAnswer text(Exchange exchange, int status, String text) {
        Map<String, String> headers = headers(exchange, "text/plain;charset=iso-8859-1", Map.of());
        return new HttpAnswer(status, headers, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Object shaped(Exchange exchange, Object result) {
        int status = exchange.operation().response().status();
        boolean envelope = exchange.query().flag("envelope", false);
        if (result instanceof Page<?> page) {
            PageRequest asked = exchange.page();
            return new PageBody(
                    links(exchange, asked, page), page.results(), envelope ? status : null, count(exchange, page));
        }
        return envelope ? new Envelope(status, result) : result;
    }

    /** The number of items on all pages. Lists that are not counted unless asked say 0 otherwise, as recorded. */
    private static @Nullable Long count(Exchange exchange, Page<?> page) {
        if (exchange.page().includeCount()) {
            return page.totalCount();
        }
        return exchange.operation().response().kind() == Response.Kind.UNCOUNTED_PAGE ? 0L : null;
    }

    private static Map<String, String> location(Exchange exchange) {
        return exchange.operation().response().location()
                ? Map.of("Location", exchange.request().origin() + "//api/atlas/v1.0")
                : Map.of();
    }

    private static boolean asksForPretty(Exchange exchange) {
        return exchange.request().rawQuery().contains("pretty=true");
    }

    private static String contentType(Exchange exchange) {
        return exchange.offeredVersion().isPresent()
                ? mediaType(exchange, "json") + ";charset=utf-8"
                : "application/json";
    }

    /** That of the version, or of the API without versions. */
    private static String mediaType(Exchange exchange, String format) {
        return exchange.offeredVersion()
                .map(offered -> "application/vnd.atlas." + offered.version() + "+" + format)
                .orElse("application/" + format);
    }

    private static Map<String, String> headers(Exchange exchange, String contentType, Map<String, String> special) {
        Map<String, String> headers = new LinkedHashMap<>(exchange.answerHeaders());
        headers.put("Content-Type", contentType);
        headers.put("X-Java-Method", exchange.operation().id());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.putAll(special);
        return headers;
    }

    private static List<Link> links(Exchange exchange, PageRequest asked, Page<?> page) {
        List<Link> links = new ArrayList<>(3);
        links.add(link(exchange, asked.pageNum(), "self"));
        if (asked.pageNum() > 1) {
            links.add(link(exchange, asked.pageNum() - 1, "previous"));
        }
        if (asked.offset() + page.results().size() < page.totalCount()) {
            links.add(link(exchange, asked.pageNum() + 1, "next"));
        }
        return links;
    }

    private static Link link(Exchange exchange, int pageNum, String rel) {
        PageRequest asked = exchange.page();
        Map<String, List<String>> parameters = new TreeMap<>(exchange.query().all());
        parameters.keySet().removeAll(NOT_IN_LINKS);
        exchange.operation()
                .query()
                .values()
                .forEach(known ->
                        known.shown().ifPresent(value -> parameters.putIfAbsent(known.name(), List.of(value))));
        if (exchange.operation().query().containsKey("includeCount")) {
            parameters.put("includeCount", List.of(Boolean.toString(asked.includeCount())));
        }
        StringBuilder href = new StringBuilder(exchange.request().origin())
                .append(exchange.request().rawPath())
                .append('?');
        parameters.forEach((name, values) -> values.forEach(value -> href.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&')));
        String page = "pageNum=" + pageNum;
        String items = "itemsPerPage=" + asked.itemsPerPage();
        // As recorded: the link to another page has the two the other way round.
        href.append(rel.equals("self") ? page + "&" + items : items + "&" + page);
        return new Link(href.toString(), rel);
    }
}
