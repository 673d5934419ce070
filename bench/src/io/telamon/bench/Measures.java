package io.telamon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of the table, in order, each group under a heading. The budgets are those of docs/architecture.md. */
final class Measures {

    private final Map<String, String> names;

    /** @param many how the larger number of clusters is written */
    Measures(String many) {
        this.names = Map.of("1", "1 cluster", "n", many + " clusters");
    }

    /** A heading and its lines. */
    record Group(String heading, List<Measure> measures) {}

    List<Group> groups() {
        return List.of(
                start(),
                memory(),
                new Group("GET one, Bearer", get()),
                new Group("GET one, Digest", digest()),
                new Group("POST one", post()));
    }

    private Group start() {
        return new Group(
                "start to first 200, s",
                List.of(
                        Measure.less("empty", "start", "seconds").budget(0.7),
                        Measure.less("empty, without the AOT cache", "start-plain", "seconds")
                                .budget(1.5),
                        Measure.less("with " + names.get("n"), "start-n", "seconds")));
    }

    private Group memory() {
        return new Group(
                "resident memory, MiB",
                List.of(
                        Measure.less("idle", "idle", "now").budget(120),
                        Measure.less("after load, " + names.get("1"), "load-1", "now")
                                .budget(220),
                        Measure.less("after load, " + names.get("n"), "load-n", "now")
                                .budget(220),
                        Measure.less("highest of all", "load-n", "highest")));
    }

    private List<Measure> get() {
        List<Measure> measures = new ArrayList<>();
        measures.addAll(request("get-1-cold", "1", "cold, ", 0, 0));
        measures.addAll(request("get-1", "1", "", 20_000, 6));
        measures.addAll(request("get-n-cold", "n", "cold, ", 0, 0));
        measures.addAll(request("get-n", "n", "", 0, 0));
        return measures;
    }

    private List<Measure> digest() {
        List<Measure> measures = new ArrayList<>(request("digest-1", "1", "a challenge each, ", 8_000, 0));
        measures.addAll(request("reuse-1", "1", "nonce used again, ", 0, 0));
        return measures;
    }

    private List<Measure> post() {
        List<Measure> measures = new ArrayList<>();
        measures.addAll(request("post-1-cold", "1", "cold, from ", 0, 0));
        measures.addAll(request("post-1", "1", "from ", 3_500, 0));
        measures.addAll(request("post-n-cold", "n", "cold, from ", 0, 0));
        measures.addAll(request("post-n", "n", "from ", 3_500, 0));
        return measures;
    }

    /** What is told of requests; a budget of 0 is none. */
    private List<Measure> request(String label, String clusters, String manner, double rate, double p99) {
        String title = manner + names.get(clusters) + ": ";
        Measure perSecond = Measure.more(title + "per second", label, "rate");
        Measure tail = Measure.less(title + "p99, ms", label, "p99");
        return List.of(
                rate == 0 ? perSecond : perSecond.budget(rate),
                Measure.less(title + "p50, ms", label, "p50"),
                p99 == 0 ? tail : tail.budget(p99),
                Measure.less(title + "CPU s per 1000", label, "cpu"));
    }
}
