package io.telamon.control.access;

import io.telamon.control.access.RightsState.Credential;
import io.telamon.control.api.HttpAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends sequences of requests with the credentials of one caller and looks at what each of them came to. */
final class RightsSearch {

    private static final Pattern SECRET = Pattern.compile("mdb_sa_sk_[A-Za-z0-9_-]{40}");
    private static final Pattern KEY =
            Pattern.compile("\"id\":\"([0-9a-f]{24})\"[^{}]*\"links\":\\[[^\\]]*\\],\"privateKey\":\"[0-9a-f]{8}-");

    /** More is not looked for, as one fault is found in many ways. */
    private static final int MOST_FOUND = 5;

    private final RightsWorld world;
    private final String callerId;
    private final boolean grantsOnly;
    private final String token;
    private final RightsState before;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> operations = new TreeSet<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    /**
     * A search in a new world.
     *
     * @param grantsOnly leaves out, after the first request, what changes neither grants nor credentials nor teams
     */
    RightsSearch(RightsWorld world, String callerId, boolean grantsOnly) {
        this.grantsOnly = grantsOnly;
        this.world = world;
        this.callerId = callerId;
        this.token = world.token(callerId);
        this.before = world.state();
    }

    /** What is wrong after sequences of so many requests, each with what is wrong then. */
    List<String> sequences(int length) {
        extend(before, Set.of(), length, RightsMoves.everywhere(before));
        return found;
    }

    /** The operations that were called. */
    Set<String> operations() {
        return operations;
    }

    private void extend(RightsState state, Set<String> known, int length, List<RightsMove> moves) {
        for (RightsMove move : moves) {
            if (found.size() >= MOST_FOUND) {
                return;
            }
            path.add(move.toString());
            world.store.mark();
            HttpAnswer answer = world.send(token, move);
            operations.add(answer.headers().getOrDefault("X-Java-Method", ""));
            if (answer.status() < 300) {
                RightsState later = world.state();
                judge(later, learned(known, later, answer), length);
                world.store.undo();
            } else {
                world.store.unmark();
                requireNothingDone(state, answer);
            }
            path.removeLast();
        }
    }

    /** Looks at the state after the first request only, as that takes longer than most requests. */
    private void requireNothingDone(RightsState state, HttpAnswer answer) {
        boolean changed = path.size() == 1 && !world.state().equals(state);
        if (changed || answer.status() >= 500) {
            found.add(path + " was answered " + answer.status() + (changed ? " and changed something" : ""));
        }
    }

    private void judge(RightsState state, Set<String> known, int length) {
        List<String> wrong = RightsComparison.find(before, state, callerId, known);
        if (!wrong.isEmpty()) {
            found.add(path + " came to " + wrong);
        } else if (length > 1 && seen.add(length + signature(state, known))) {
            extend(state, known, length - 1, RightsMoves.seenBy(state, callerId, grantsOnly));
        }
    }

    private Set<String> learned(Set<String> known, RightsState state, HttpAnswer answer) {
        Set<String> all = new TreeSet<>(known);
        String text = RightsWorld.text(answer);
        SECRET.matcher(text)
                .results()
                .forEach(secret -> state.credentials().values().stream()
                        .filter(one -> world.isSecretOf(one.name(), secret.group()))
                        .forEach(one -> all.add(one.id())));
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            all.add(key.group(1));
        }
        return all;
    }

    /** The same for states that differ in nothing but the ids of what is new. */
    private String signature(RightsState state, Set<String> known) {
        List<String> parts = new ArrayList<>();
        state.credentials().values().forEach(one -> parts.add(signature(one) + known.contains(one.id())));
        state.teams().forEach((id, team) -> parts.add(old(id) + team));
        state.teamGrants()
                .forEach(grant -> parts.add(old(grant.teamId())
                        + old(grant.grant().scopeId().value())
                        + grant.grant().role()));
        state.organizations().forEach((id, text) -> parts.add(old(id) + text));
        state.projects().forEach((id, organization) -> parts.add(old(id) + old(organization)));
        parts.sort(null);
        return parts.toString();
    }

    private String signature(Credential one) {
        List<String> grants = new ArrayList<>();
        one.grants().forEach(grant -> grants.add(old(grant.scopeId().value()) + grant.role()));
        grants.sort(null);
        List<String> secrets = one.secrets().stream().map(this::old).sorted().toList();
        return old(one.id())
                + one.isKey()
                + old(one.organizationId())
                + one.details()
                + grants
                + secrets
                + one.ranges();
    }

    private String old(String id) {
        boolean isOld = before.credentials().containsKey(id)
                || before.organizations().containsKey(id)
                || before.projects().containsKey(id)
                || before.teams().containsKey(id)
                || before.credentials().values().stream()
                        .anyMatch(one -> one.secrets().contains(id));
        return isOld ? id : "new";
    }
}
