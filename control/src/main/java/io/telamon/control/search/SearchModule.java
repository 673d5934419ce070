package io.telamon.control.search;

import static java.util.Objects.requireNonNullElse;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.cluster.ClusterQueries;
import io.telamon.control.module.ApiModule;
import io.telamon.control.rehearsal.Pace;
import io.telamon.control.task.TaskHandler;
import io.telamon.control.work.UnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of search indexes, those of today and the older ones. */
public final class SearchModule implements ApiModule {

    private final SearchIndexes indexes;

    /** The operations over the clusters of a store. */
    public SearchModule(UnitsOfWork units, Supplier<Pace> pace, ClusterQueries clusters) {
        this.indexes = new SearchIndexes(units, clusters, new IndexStates(pace, units::now));
    }

    @Override
    public void bind(Operations api) {
        api.serve("listGroupClusterSearchIndexes", call -> list(call, index -> true));
        api.serve("listGroupClusterSearchIndex", call -> list(call, inCollection(call)));
        api.serve("createGroupClusterSearchIndex", SearchIndexCreate.class, this::create);
        api.serve("getGroupClusterSearchIndex", call -> SearchIndexView.of(indexes.get(call, Asked.ById.of(call))));
        api.serve(
                "updateGroupClusterSearchIndex",
                SearchIndexUpdate.class,
                call -> SearchIndexView.of(
                        indexes.update(call, Asked.ById.of(call), call.body().definition())));
        api.serve("deleteGroupClusterSearchIndex", call -> delete(call, Asked.ById.of(call)));
        api.serve(
                "getGroupClusterSearchIndexByName",
                call -> SearchIndexView.of(indexes.get(call, Asked.ByName.of(call))));
        api.serve(
                "updateGroupClusterSearchIndexByName",
                SearchIndexUpdate.class,
                call -> SearchIndexView.of(
                        indexes.update(call, Asked.ByName.of(call), call.body().definition())));
        api.serve("deleteGroupClusterSearchIndexByName", call -> delete(call, Asked.ByName.of(call)));
        bindOlder(api);
    }

    private void bindOlder(Operations api) {
        api.serve(
                "listGroupClusterFtsIndex",
                call -> indexes.list(call, inCollection(call)).stream()
                        .map(FtsIndexView::of)
                        .toList());
        api.serve("createGroupClusterFtsIndex", FtsIndexRequest.class, this::createOlder);
        api.serve("getGroupClusterFtsIndex", call -> FtsIndexView.ofOne(indexes.get(call, Asked.ById.of(call))));
        api.serve(
                "updateGroupClusterFtsIndex",
                FtsIndexRequest.class,
                call -> FtsIndexView.of(
                        indexes.update(call, Asked.ById.of(call), call.body().definition())));
        api.serve("deleteGroupClusterFtsIndex", call -> delete(call, Asked.ById.of(call)));
    }

    private List<SearchIndexView> list(Call<NoContent> call, Predicate<SearchIndex> wanted) {
        return indexes.list(call, wanted).stream().map(SearchIndexView::of).toList();
    }

    private SearchIndexView create(Call<SearchIndexCreate> call) {
        SearchIndexCreate body = call.body();
        return SearchIndexView.ofNew(indexes.create(call, body.place(), type(body.type()), body.definition()));
    }

    private Map<String, Object> createOlder(Call<FtsIndexRequest> call) {
        FtsIndexRequest body = call.body();
        return FtsIndexView.of(indexes.create(call, body.place(), type(body.type()), body.definition()));
    }

    private NoContent delete(Call<NoContent> call, Asked asked) {
        indexes.delete(call, asked);
        return NoContent.DONE;
    }

    private static String type(@Nullable String sent) {
        return requireNonNullElse(sent, "search");
    }

    private static Predicate<SearchIndex> inCollection(Call<?> call) {
        return index -> index.place().database().equals(call.path("databaseName"))
                && index.place().collection().equals(call.path("collectionName"));
    }

    @Override
    public Map<String, TaskHandler> taskHandlers() {
        return Map.of(indexes.states().taskKind(), indexes.states());
    }

    @Override
    public void beforeClusterRemoval(UnitOfWork unit, ClusterId clusterId) {
        indexes.deleteAll(unit, clusterId);
    }
}
