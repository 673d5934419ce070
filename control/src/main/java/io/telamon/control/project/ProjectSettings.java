package io.telamon.control.project;

import io.telamon.control.store.StoredAsJson;
import org.jspecify.annotations.Nullable;

/** The settings of a project, or a change of some of them; what a change leaves out stays as it is. */
@StoredAsJson
public record ProjectSettings(
        @Nullable Boolean isAtlasHomePageAiAssistantEnabled,
        @Nullable Boolean isClusterAiAssistantEnabled,
        @Nullable Boolean isCollectDatabaseSpecificsStatisticsEnabled,
        @Nullable Boolean isDataExplorerEnabled,
        @Nullable Boolean isDataExplorerGenAIFeaturesEnabled,
        @Nullable Boolean isDataExplorerGenAISampleDocumentPassingEnabled,
        @Nullable Boolean isDataValidationEnabled,
        @Nullable Boolean isExtendedStorageSizesEnabled,
        @Nullable Boolean isNativeRerankingEnabled,
        @Nullable Boolean isPerformanceAdvisorEnabled,
        @Nullable Boolean isRealtimePerformancePanelEnabled,
        @Nullable Boolean isSchemaAdvisorEnabled) {

    /** What a new project has, as recorded. */
    static final ProjectSettings INITIAL =
            new ProjectSettings(true, true, true, true, true, false, true, false, false, true, true, true);
}
