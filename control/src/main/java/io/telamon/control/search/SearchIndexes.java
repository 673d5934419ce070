package io.telamon.control.search;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.cluster.Cluster;
import io.telamon.control.cluster.ClusterKey;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.work.DocumentStates;
import io.telamon.control.work.Documents;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** What clients may do with the search indexes of clusters of any kind. */
final class SearchIndexes {

    private final Documents<SearchIndex> indexes = new Documents<>("search-index", SearchIndex.class);
    private final UnitsOfWork units;
    private final ClusterQueries clusters;
    private final DocumentStates<SearchIndex> states;

    SearchIndexes(UnitsOfWork units, ClusterQueries clusters, IndexStates states) {
        this.units = units;
        this.clusters = clusters;
        this.states = new DocumentStates<>(units, indexes, "search-index", states);
    }

    /** What moves indexes on. */
    DocumentStates<SearchIndex> states() {
        return states;
    }

    /** The indexes of the cluster of a call that are asked for, oldest first. */
    List<SearchIndex> list(Call<?> call, Predicate<SearchIndex> wanted) {
        Cluster cluster = clusters.get(key(call));
        return units.read(handle -> of(handle, cluster)).stream().filter(wanted).toList();
    }

    /**
     * The index that is asked for.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    SearchIndex get(Call<?> call, Asked asked) {
        Cluster cluster = clusters.get(key(call));
        return units.read(handle -> find(handle, cluster, asked));
    }

    SearchIndex create(Call<?> call, SearchIndex.Place place, String type, JsonNode definition) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            Cluster cluster = clusters.lock(unit, key(call));
            ErrorCode.ATLAS_FTS_DUPLICATE_INDEX.refuseIf(of(unit.handle(), cluster).stream()
                    .anyMatch(other -> other.place().equals(place)));
            SearchIndex index = SearchIndex.of(
                    units.newId(), cluster, place, type, DefinitionRules.checked(definition, type), unit.now());
            unit.append("FTS_INDEX_CREATED", about(index));
            return states.enter(unit, index.id(), index);
        });
    }

    SearchIndex update(Call<?> call, Asked asked, JsonNode definition) {
        return units.inProject(call, unit -> {
            unit.lockProject();
            SearchIndex before = find(unit.handle(), clusters.lock(unit, key(call)), asked);
            unit.append("FTS_INDEX_UPDATED", about(before));
            return states.enter(
                    unit, before.id(), before.defined(DefinitionRules.checked(definition, before.type()), unit.now()));
        });
    }

    void delete(Call<?> call, Asked asked) {
        units.inProject(call, unit -> {
            unit.lockProject();
            SearchIndex index = find(unit.handle(), clusters.lock(unit, key(call)), asked);
            if (index.status() == SearchIndex.Status.DELETING) {
                return index;
            }
            unit.append("FTS_INDEX_DELETED", about(index));
            return states.enter(unit, index.id(), index.in(SearchIndex.Status.DELETING));
        });
    }

    /** Deletes those of a cluster that is going away. */
    void deleteAll(UnitOfWork unit, ClusterId clusterId) {
        clusters.byId(unit, clusterId).ifPresent(cluster -> {
            ProjectUnitOfWork inProject = unit.inProject(cluster.projectId(), cluster.organizationId());
            of(unit.handle(), cluster).forEach(index -> {
                indexes.delete(inProject, index.id());
                states.end(inProject, index.id());
            });
        });
    }

    private List<SearchIndex> of(Handle handle, Cluster cluster) {
        return indexes.list(handle, cluster.projectId()).stream()
                .filter(index -> index.cluster().equals(cluster.id().value()))
                .toList();
    }

    private SearchIndex find(Handle handle, Cluster cluster, Asked asked) {
        return of(handle, cluster).stream()
                .filter(asked::is)
                .findFirst()
                .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(asked.text()));
    }

    private static Map<String, String> about(SearchIndex index) {
        return Map.of("indexName", index.place().name());
    }

    private static ClusterKey key(Call<?> call) {
        return new ClusterKey(call.projectId(), call.path("clusterName"));
    }
}
