package io.telamon.control.monitoring.log;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.FileContent;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.module.ApiModule;
import io.telamon.control.monitoring.MonitoredProcess;
import io.telamon.control.monitoring.Processes;
import io.telamon.control.work.UnitOfWork;
import io.telamon.gateway.model.ClusterId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The operation that downloads the log of a process. */
public final class LogOperations implements ApiModule {

    /** The logs that there are, and whether they have lines: replica sets have no mongos, and nothing is audited. */
    private static final Map<String, Boolean> NAMES =
            Map.of("mongodb", true, "mongos", false, "mongodb-audit-log", false, "mongos-audit-log", false);

    private static final Duration DAY = Duration.ofDays(1);

    /** The least value of a date, in seconds, as the API's schema has it. */
    private static final long EARLIEST = 1_199_145_600;

    private final Processes processes;
    private final ClusterLogs logs;
    private final Clock clock;

    /** The operation over these processes and logs. */
    public LogOperations(Processes processes, ClusterLogs logs, Clock clock) {
        this.processes = processes;
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public void bind(Operations api) {
        api.serve("downloadGroupClusterLog", this::download);
    }

    @Override
    public void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {
        LogTable.delete(unit.handle(), clusterId);
    }

    private FileContent download(Call<NoContent> call) {
        MonitoredProcess process = processes.onHost(call, "hostName");
        String name = call.path("logName");
        Boolean hasLines = NAMES.get(name);
        if (hasLines == null) {
            throw ErrorCode.INVALID_PATH_PARAMETER.about(name);
        }
        Optional<Instant> start = date(call, "startDate");
        Optional<Instant> end = date(call, "endDate");
        Instant to = end.or(() -> start.map(from -> from.plus(DAY)))
                .orElseGet(() -> clock.instant().plusSeconds(1));
        Instant from = start.orElseGet(() -> to.minus(DAY));
        ErrorCode.START_DATE_AFTER_END_DATE.refuseIf(from.isAfter(to));
        return new FileContent("gzip", compressed(process, hasLines, from, to));
    }

    private byte[] compressed(MonitoredProcess process, boolean hasLines, Instant from, Instant to) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            if (hasLines) {
                logs.read(process.cluster().id(), process.member(), from, to, line -> write(gzip, line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void write(GZIPOutputStream file, String line) {
        try {
            file.write(line.getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> date(Call<?> call, String name) {
        return call.query().number(name).map(seconds -> {
            ErrorCode.INVALID_QUERY_PARAMETER.refuseIf(
                    seconds < EARLIEST || seconds > Instant.MAX.getEpochSecond() / 2, name);
            return Instant.ofEpochSecond(seconds);
        });
    }
}
