package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.ApiServer;
import io.telamon.control.api.Json;
import io.telamon.control.api.OperationCatalogue;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Pipeline;
import io.telamon.control.http.HttpLimits;
import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clients are told when the database fails. */
class StoreFailureAnswerTest {

    @Test
    void tellsToTryAgain() throws Exception {
        HttpResponse<String> answer = answer(StoreException.unchanged(StoreFailure.UNREACHABLE, "secret details"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("SERVICE_UNAVAILABLE").doesNotContain("secret");
    }

    @Test
    void tellsToTryAgainLaterWhereSomebodyHasToMakeSpace() throws Exception {
        HttpResponse<String> answer = answer(StoreException.unchanged(StoreFailure.FULL, ""));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void tellsThatTheOutcomeIsNotKnown() throws Exception {
        HttpResponse<String> answer = answer(StoreException.outcomeUnknown(StoreFailure.UNREACHABLE, ""));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("COMMIT_OUTCOME_UNKNOWN", "may or may not have been applied");
    }

    @Test
    void doesNotClaimThatAnUnexpectedFailureChangedNothing() throws Exception {
        HttpResponse<String> answer = answer(new IllegalStateException("after the commit"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("UNEXPECTED_ERROR").doesNotContain("changed nothing");
    }

    private static HttpResponse<String> answer(RuntimeException failure) throws IOException, InterruptedException {
        Operations operations = new Operations(OperationCatalogue.load());
        operations.serve("getLiveness", call -> {
            throw failure;
        });
        Pipeline pipeline = new Pipeline(operations.all(), List.of(), stale -> "none", new Json());

        try (ApiServer server = ApiServer.start(
                        InetAddress.getLoopbackAddress(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        HttpLimits.DEFAULT,
                        pipeline,
                        new EssentialThreads());
                HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/telamon/v1/health/live");
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
