package io.telamon.control.sample.data;

import java.util.List;
import org.bson.BsonDocument;

/** What shops sell. */
final class TradeSamples {

    private static final List<String> STORES =
            List.of("Denver", "Seattle", "London", "Austin", "New York", "San Diego");
    private static final List<String> ITEMS =
            List.of("notepad", "envelopes", "pens", "binder", "printer paper", "laptop", "backpack");
    private static final List<String> TAGS = List.of("office", "writing", "school", "general", "electronics", "travel");
    private static final List<String> METHODS = List.of("Online", "In store", "Phone");

    private TradeSamples() {}

    static List<SampleCollection> all() {
        return List.of(new SampleCollection("sample_supplies", "sales", 5000, TradeSamples::sale));
    }

    private static BsonDocument sale(Source source, int number) {
        return Fields.of(
                "saleDate",
                source.moment(2013, 2018),
                "items",
                source.list(
                        1,
                        8,
                        () -> Fields.of(
                                "name", source.pick(ITEMS),
                                "tags", source.some(TAGS, 1, 3),
                                "price", source.amount(2, 900),
                                "quantity", source.between(1, 10))),
                "storeLocation",
                source.pick(STORES),
                "customer",
                Fields.of(
                        "gender", source.percent(50) ? "F" : "M",
                        "age", source.between(16, 75),
                        "email", source.email(source.fullName()),
                        "satisfaction", source.between(1, 5)),
                "couponUsed",
                source.percent(10),
                "purchaseMethod",
                source.pick(METHODS));
    }
}
