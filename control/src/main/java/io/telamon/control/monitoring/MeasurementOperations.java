package io.telamon.control.monitoring;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterTier;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.dataplane.MeteredHistory;
import io.telamon.control.dataplane.MeteredStep;
import io.telamon.control.module.ApiModule;
import io.telamon.control.monitoring.Measurement.Scope;
import io.telamon.control.monitoring.MeasurementsView.Part;
import io.telamon.gateway.spi.directory.TierLimit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The operations that measure processes, their databases and their disks. */
public final class MeasurementOperations implements ApiModule {

    private static final double GIB = 1L << 30;

    private final Measurements measurements = new Measurements();
    private final Processes processes;
    private final DatabaseStatistics databases;
    private final MeteredHistory history;
    private final Clock clock;

    /** The operations over these processes and their databases. */
    public MeasurementOperations(
            Processes processes, DatabaseStatistics databases, MeteredHistory history, Clock clock) {
        this.processes = processes;
        this.databases = databases;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void bind(Operations api) {
        api.serve("getGroupProcessMeasurements", this::ofProcess);
        api.serve("getGroupProcessDiskMeasurements", this::ofDisk);
        api.serve("getGroupProcessDatabaseMeasurements", this::ofDatabase);
    }

    private MeasurementsView ofProcess(Call<NoContent> call) {
        return counted(call, processes.get(call), Scope.PROCESS, Part.PROCESS);
    }

    private MeasurementsView ofDisk(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        ProcessOperations.requirePartition(process, call);
        return counted(call, process, Scope.DISK, new Part(null, ProcessOperations.PARTITION));
    }

    private MeasurementsView counted(Call<NoContent> call, MonitoredProcess process, Scope scope, Part part) {
        MeasurementWindow window = MeasurementWindow.of(call, now());
        List<Measurement> asked = measurements.of(scope, call.query().texts("m"));
        Cluster cluster = process.cluster();
        List<MeteredStep> steps =
                history.of(cluster.id(), cluster.identity().createdAt(), window.from(), window.to(), window.step());
        Series series = new Series(steps, process.isPrimary(), diskBytes(cluster), Map.of());
        return MeasurementsView.of(call, process, window, asked, series, part);
    }

    /** What is known of a database is how it is now: its only point, if that is within the time that is asked of. */
    private MeasurementsView ofDatabase(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        String name = ProcessOperations.databaseOf(databases, process, call);
        Instant now = now();
        MeasurementWindow window = MeasurementWindow.of(call, now);
        List<Measurement> asked = measurements.of(Scope.DATABASE, call.query().texts("m"));
        List<MeteredStep> steps = window.contains(now) ? List.of(new MeteredStep(now, 1, Map.of())) : List.of();
        Map<String, Double> statistics = databases.of(process.cluster().id(), name);
        Series series = new Series(steps, process.isPrimary(), 1, statistics);
        return MeasurementsView.of(call, process, window, asked, series, new Part(name, null));
    }

    private static double diskBytes(Cluster cluster) {
        Topology topology = cluster.spec().topology();
        return topology == null
                ? ClusterTier.of(cluster.kind()).limits().of(TierLimit.STORAGE_BYTES)
                : topology.diskGb() * GIB;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
