package io.telamon.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telamon.control.api.Operations;
import io.telamon.control.api.RequestObserver;
import io.telamon.control.api.Text;
import io.telamon.control.store.Store;
import io.telamon.control.store.StoreStatistics;
import io.telamon.gateway.api.Metering;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The server's metrics, and the operation that shows them. */
public final class Metrics {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestMetrics requests = new RequestMetrics(registry);
    private final DriverMetrics drivers = new DriverMetrics(registry);
    private final MultiGauge clusters = MultiGauge.builder("telamon.clusters")
            .description("Clusters by the state that clients see")
            .register(registry);

    /** Where answers are to be told. */
    public RequestObserver requests() {
        return requests;
    }

    /**
     * Declares the operation that shows the metrics, which are of all organizations, to owners of the first one.
     *
     * @param clustersByState asked each time
     * @param metering asked each time
     */
    public void declare(Operations api, Supplier<Map<String, Long>> clustersByState, Metering metering) {
        api.serve("getMetrics", call -> scrape(clustersByState.get(), metering));
    }

    /** Adds what the process and the store tell of themselves. */
    public void observe(Store store) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        count("telamon.store.transactions", "Transactions that have ended", store, StoreStatistics::transactions);
        count(
                "telamon.store.commits",
                "Commits; transactions that wait together share one",
                store,
                StoreStatistics::commits);
    }

    /** The metrics as Prometheus reads them. One at a time: what is registered anew must not be there twice. */
    synchronized Text scrape(Map<String, Long> clustersByState, Metering metering) {
        drivers.show(metering.readings());
        clusters.register(
                clustersByState.entrySet().stream()
                        .map(state -> MultiGauge.Row.of(Tags.of("state", state.getKey()), state.getValue()))
                        .toList(),
                true);
        return new Text(PROMETHEUS_TEXT, registry.scrape());
    }

    private void count(String name, String description, Store store, ToDoubleFunction<StoreStatistics> value) {
        FunctionCounter.builder(name, store, source -> value.applyAsDouble(source.statistics()))
                .description(description)
                .register(registry);
    }
}
