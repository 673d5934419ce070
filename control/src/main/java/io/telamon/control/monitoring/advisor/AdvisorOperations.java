package io.telamon.control.monitoring.advisor;

import io.telamon.control.api.Call;
import io.telamon.control.api.Json;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.DatabaseStatistics;
import io.telamon.control.module.ApiModule;
import io.telamon.control.monitoring.MonitoredProcess;
import io.telamon.control.monitoring.Processes;
import io.telamon.control.monitoring.advisor.IndexAdvisor.Extent;
import io.telamon.control.monitoring.log.ClusterLogs;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations of the performance advisor. */
public final class AdvisorOperations implements ApiModule {

    private static final long EXAMPLES = 5;
    private static final int NAMESPACES = 20;

    private final Processes processes;
    private final SlowQueries queries;
    private final IndexAdvisor advisor;
    private final Clock clock;

    /** The operations over these processes, their logs and their databases. */
    public AdvisorOperations(
            Processes processes, ClusterLogs logs, DatabaseStatistics databases, Json json, Clock clock) {
        this.processes = processes;
        this.queries = new SlowQueries(logs);
        this.advisor = new IndexAdvisor(databases, json);
        this.clock = clock;
    }

    @Override
    public void bind(Operations api) {
        api.serve("listGroupProcessPerformanceAdvisorSlowQueryLogs", this::slowQueries);
        api.serve("listGroupProcessPerformanceAdvisorNamespaces", this::namespaces);
        api.serve("listGroupProcessPerformanceAdvisorSuggestedIndexes", this::ofProcess);
        api.serve("listGroupClusterPerformanceAdvisorSuggestedIndexes", this::ofCluster);
        api.serve("listGroupClusterPerformanceAdvisorDropIndexSuggestions", this::toDrop);
        api.serve("listGroupClusterPerformanceAdvisorSchemaAdvice", this::schema);
    }

    /** Slow operations, the newest first. */
    record SlowQueriesView(List<SlowQueryView> slowQueries) {}

    /** Collections with slow operations, those with most first. */
    record NamespacesView(List<NamespaceView> namespaces) {}

    /** A collection. */
    record NamespaceView(String namespace, String type) {}

    /** An answer with its status, as the schema of the newer operations has it. */
    record ContentView(Record content, int status) {

        static ContentView of(Record content) {
            return new ContentView(content, 200);
        }
    }

    /** Indexes to drop: none, since nothing is known of their use. */
    record DropView(List<Object> hiddenIndexes, List<Object> redundantIndexes, List<Object> unusedIndexes) {}

    /** Advice on schemas: none, since documents are not looked at. */
    record SchemaView(List<Object> recommendations) {}

    private SlowQueriesView slowQueries(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        return new SlowQueriesView(find(call, process).stream()
                .map(query -> SlowQueryView.of(query, process, call))
                .toList());
    }

    private NamespacesView namespaces(Call<NoContent> call) {
        Map<String, Long> counts = find(call, processes.get(call)).stream()
                .filter(SlowQuery::hasCollection)
                .collect(Collectors.groupingBy(SlowQuery::namespace, Collectors.counting()));
        return new NamespacesView(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMESPACES)
                .map(entry -> new NamespaceView(entry.getKey(), "collection"))
                .toList());
    }

    private Advice ofProcess(Call<NoContent> call) {
        MonitoredProcess process = processes.get(call);
        Advice advice = advisor.advise(
                process.cluster().id(),
                find(call, process),
                new Extent(
                        call.query().number("nIndexes").orElse(Long.MAX_VALUE),
                        call.query().number("nExamples").orElse(EXAMPLES),
                        readsData(call, process.cluster())));
        return new Advice(
                advice.shapes(),
                advice.suggestedIndexes().stream()
                        .skip(call.page().offset())
                        .limit(call.page().itemsPerPage())
                        .toList());
    }

    private List<SlowQuery> find(Call<?> call, MonitoredProcess process) {
        TimeRange range = TimeRange.ofDuration(call, clock.instant());
        return queries.find(call, process.cluster(), Optional.of(process.member()), range);
    }

    private ContentView ofCluster(Call<NoContent> call) {
        Cluster cluster = processes.cluster(call);
        TimeRange range = TimeRange.ofUntil(call, clock.instant());
        List<SlowQuery> found = queries.find(call, cluster, Optional.empty(), range);
        return ContentView.of(
                advisor.advise(cluster.id(), found, new Extent(Long.MAX_VALUE, EXAMPLES, readsData(call, cluster))));
    }

    /** The values of queries are data (sentence of the API's schema). */
    private static boolean readsData(Call<?> call, Cluster cluster) {
        return call.caller()
                .holdsInProject(Role.GROUP_DATA_ACCESS_READ_ONLY, cluster.projectId(), cluster.organizationId());
    }

    private ContentView toDrop(Call<NoContent> call) {
        processes.cluster(call);
        return ContentView.of(new DropView(List.of(), List.of(), List.of()));
    }

    private ContentView schema(Call<NoContent> call) {
        processes.cluster(call);
        return ContentView.of(new SchemaView(List.of()));
    }
}
