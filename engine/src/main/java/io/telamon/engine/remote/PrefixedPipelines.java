package io.telamon.engine.remote;

import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** The parts of aggregation pipelines. What is none is left to the deployment to refuse. */
final class PrefixedPipelines {

    private PrefixedPipelines() {}

    /**
     * A stage.
     *
     * @param name such as {@code $match}
     * @param value what it is given, not copied
     */
    record Stage(String name, BsonValue value) {}

    /** The stages of a pipeline. */
    static List<Stage> stages(BsonValue pipeline) {
        if (!pipeline.isArray()) {
            return List.of();
        }
        return pipeline.asArray().stream()
                .filter(stage -> stage.isDocument() && !stage.asDocument().isEmpty())
                .map(stage -> stage(stage.asDocument()))
                .toList();
    }

    private static Stage stage(BsonDocument document) {
        String name = document.getFirstKey();
        return new Stage(name, Objects.requireNonNull(document.get(name)));
    }

    /** The pipelines within a stage. */
    static List<BsonValue> within(Stage stage) {
        if (!stage.value().isDocument()) {
            return List.of();
        }
        BsonDocument value = stage.value().asDocument();
        return switch (stage.name()) {
            case "$facet" -> List.copyOf(value.values());
            case "$lookup", "$unionWith" -> List.of(value.get("pipeline", BsonNull.VALUE));
            case "$merge" -> List.of(value.get("whenMatched", BsonNull.VALUE));
            case "$rankFusion", "$scoreFusion" -> named(value);
            default -> List.of();
        };
    }

    /** Those of a stage that has several by name. */
    private static List<BsonValue> named(BsonDocument fusion) {
        BsonValue input = fusion.get("input", new BsonDocument());
        BsonValue pipelines =
                input.isDocument() ? input.asDocument().get("pipelines", new BsonDocument()) : new BsonArray();
        return pipelines.isDocument() ? List.copyOf(pipelines.asDocument().values()) : List.of();
    }
}
