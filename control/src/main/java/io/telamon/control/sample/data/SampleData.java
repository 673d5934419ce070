package io.telamon.control.sample.data;

import java.util.List;
import java.util.stream.Stream;

/** All sample data sets. */
public final class SampleData {

    private final List<SampleCollection> collections = Stream.of(
                    MflixSamples.all(),
                    AirbnbSamples.all(),
                    AnalyticsSamples.all(),
                    PlaceSamples.all(),
                    TradeSamples.all(),
                    TrainingSamples.all())
            .flatMap(List::stream)
            .toList();

    /** Their collections, in the order in which they are loaded. */
    public List<SampleCollection> collections() {
        return collections;
    }

    /** How many documents they have together. */
    public int size() {
        return collections.stream().mapToInt(SampleCollection::size).sum();
    }
}
