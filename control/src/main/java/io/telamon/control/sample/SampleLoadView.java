package io.telamon.control.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The loading of sample data as clients see it, with null for what there is not, as recorded. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SampleLoadView(
        @JsonProperty("_id") String id,
        String clusterName,
        @Nullable Instant completeDate,
        Instant createDate,
        @Nullable String errorMessage,
        String state) {

    static SampleLoadView of(SampleLoad load) {
        return new SampleLoadView(
                load.id(),
                load.clusterName(),
                load.completed(),
                load.created(),
                load.error(),
                load.state().name());
    }
}
