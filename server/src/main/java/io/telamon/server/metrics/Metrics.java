package io.telamon.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** The server's metrics, and the operation that shows them. */
public final class Metrics {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestMetrics requests = new RequestMetrics(registry);
    private final DriverMetrics drivers = new DriverMetrics(registry);
    private final MultiGauge deployments = MultiGauge.builder("telamon.deployment.available")
            .description("Whether a deployment that runs elsewhere answered when it was asked last")
            .register(registry);
    private final AtomicLong tasksDue = gauge("telamon.tasks.due", "Tasks that are due and not in work");
    private final AtomicLong diskFree = gauge("telamon.data.disk.free.bytes", "Bytes left where the data folder is");
    private final AtomicLong unreachable =
            gauge("telamon.clusters.unreachable", "Clusters whose engine did not answer the last command");
    private final MultiGauge clusters = MultiGauge.builder("telamon.clusters")
            .description("Clusters by the state that clients see")
            .register(registry);

    /** Where answers are to be told. */
    public RequestObserver requests() {
        return requests;
    }

    /**
     * Declares the operation that shows the metrics, which are of all organizations, to readers of the first one.
     *
     * @param source asked each time
     * @param metering asked each time
     */
    public void declare(Operations api, Scrape source, Metering metering) {
        api.serve("getMetrics", call -> scrape(source, metering));
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
    synchronized Text scrape(Scrape source, Metering metering) {
        drivers.show(metering.readings(), source.labels());
        tasksDue.set(source.tasksDue());
        diskFree.set(source.diskFree());
        unreachable.set(metering.unreachable().size());
        deployments.register(
                source.deployments().entrySet().stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("deployment", one.getKey()), one.getValue() ? 1 : 0))
                        .toList(),
                true);
        clusters.register(
                source.clustersByState().entrySet().stream()
                        .map(state -> MultiGauge.Row.of(Tags.of("state", state.getKey()), state.getValue()))
                        .toList(),
                true);
        return new Text(PROMETHEUS_TEXT, registry.scrape());
    }

    private AtomicLong gauge(String name, String description) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
        return value;
    }

    private void count(String name, String description, Store store, ToDoubleFunction<StoreStatistics> value) {
        FunctionCounter.builder(name, store, source -> value.applyAsDouble(source.statistics()))
                .description(description)
                .register(registry);
    }
}
