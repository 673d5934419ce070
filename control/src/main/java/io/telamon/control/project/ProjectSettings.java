package io.telamon.control.project;

import org.jspecify.annotations.Nullable;

/** The settings of a project, or a change of some of them; what a change leaves out stays as it is. */
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

    ProjectSettings changedBy(ProjectSettings change) {
        return new ProjectSettings(
                or(change.isAtlasHomePageAiAssistantEnabled, isAtlasHomePageAiAssistantEnabled),
                or(change.isClusterAiAssistantEnabled, isClusterAiAssistantEnabled),
                or(change.isCollectDatabaseSpecificsStatisticsEnabled, isCollectDatabaseSpecificsStatisticsEnabled),
                or(change.isDataExplorerEnabled, isDataExplorerEnabled),
                or(change.isDataExplorerGenAIFeaturesEnabled, isDataExplorerGenAIFeaturesEnabled),
                or(
                        change.isDataExplorerGenAISampleDocumentPassingEnabled,
                        isDataExplorerGenAISampleDocumentPassingEnabled),
                or(change.isDataValidationEnabled, isDataValidationEnabled),
                or(change.isExtendedStorageSizesEnabled, isExtendedStorageSizesEnabled),
                or(change.isNativeRerankingEnabled, isNativeRerankingEnabled),
                or(change.isPerformanceAdvisorEnabled, isPerformanceAdvisorEnabled),
                or(change.isRealtimePerformancePanelEnabled, isRealtimePerformancePanelEnabled),
                or(change.isSchemaAdvisorEnabled, isSchemaAdvisorEnabled));
    }

    private static @Nullable Boolean or(@Nullable Boolean change, @Nullable Boolean otherwise) {
        return change == null ? otherwise : change;
    }
}
