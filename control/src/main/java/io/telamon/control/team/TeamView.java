package io.telamon.control.team;

import io.telamon.control.api.Call;
import io.telamon.control.api.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team as the API shows it.
 *
 * @param usernames only in the answer to its creation
 */
record TeamView(
        String id, List<Link> links, String name, @Nullable List<String> usernames) {

    static TeamView of(Call<?> call, Team team) {
        return new TeamView(team.id().value(), self(call, team), team.name(), null);
    }

    static TeamView created(Call<?> call, Team team, List<String> usernames) {
        return new TeamView(team.id().value(), self(call, team), team.name(), usernames);
    }

    private static List<Link> self(Call<?> call, Team team) {
        return List.of(call.link("self", "/orgs/" + team.organizationId() + "/teams/" + team.id()));
    }
}
