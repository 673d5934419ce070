package io.telamon.control.monitoring;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Link;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.module.ApiModule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The operations that list processes, their databases and their disks. */
public final class ProcessOperations implements ApiModule {

    /** The only partition of every process, as recorded. */
    static final String PARTITION = "data";

    /** What each member has besides the databases of clients, as recorded of a cluster without any. */
    private static final Set<String> OF_THE_SERVER = Set.of("config", "local");

    private final Processes processes;
    private final DatabaseStatistics databases;
    private final Clock clock;

    /** The operations over these processes and their databases. */
    public ProcessOperations(Processes processes, DatabaseStatistics databases, Clock clock) {
        this.processes = processes;
        this.databases = databases;
        this.clock = clock;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupProcesses", this::list);
        api.serve("getGroupProcess", call -> ProcessView.of(processes.get(call), now(), call));
        api.servePage("listGroupProcessDatabases", this::listDatabases);
        api.serve("getGroupProcessDatabase", this::database);
        api.servePage("listGroupProcessDisks", this::listDisks);
        api.serve("getGroupProcessDisk", this::disk);
    }

    /** A database of a process. */
    record DatabaseView(String databaseName, List<Link> links) {

        static DatabaseView of(MonitoredProcess process, String name, Call<?> call) {
            return new DatabaseView(name, List.of(call.link("self", process.path() + "/databases/" + name)));
        }
    }

    /** A disk of a process. */
    record DiskView(List<Link> links, String partitionName) {

        static DiskView of(MonitoredProcess process, Call<?> call) {
            return new DiskView(List.of(call.link("self", process.path() + "/disks/" + PARTITION)), PARTITION);
        }
    }

    private Page<ProcessView> list(Call<NoContent> call) {
        Instant now = now();
        return Page.of(call.page(), processes.all(call.projectId())).map(process -> ProcessView.of(process, now, call));
    }

    private Page<DatabaseView> listDatabases(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        return Page.of(call.page(), databases(databases, process)).map(name -> DatabaseView.of(process, name, call));
    }

    private DatabaseView database(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        return DatabaseView.of(process, databaseOf(databases, process, call), call);
    }

    private Page<DiskView> listDisks(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        return Page.of(call.page(), List.of(DiskView.of(process, call)));
    }

    private DiskView disk(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        requirePartition(process, call);
        return DiskView.of(process, call);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Set<String> databases(DatabaseStatistics databases, MonitoredProcess process) {
        Set<String> names = new TreeSet<>(databases.names(process.cluster().id()));
        names.addAll(OF_THE_SERVER);
        return names;
    }

    /**
     * The database that the path names.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    static String databaseOf(DatabaseStatistics databases, MonitoredProcess process, Call<?> call) {
        String name = call.path("databaseName");
        ErrorCode.RESOURCE_NOT_FOUND.refuseIf(!databases(databases, process).contains(name), "database " + name);
        return name;
    }

    /** Throws {@link ErrorCode#DEVICE_NOT_FOUND} unless the path names the partition that there is. */
    static void requirePartition(MonitoredProcess process, Call<?> call) {
        String name = call.path("partitionName");
        ErrorCode.DEVICE_NOT_FOUND.refuseIf(!name.equals(PARTITION), name, process.id());
    }
}
