package io.telamon.control.event.query;

import io.telamon.control.api.Call;
import io.telamon.control.event.EventType;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An event as the API shows it: attributes that all have, and those of what it happened to. */
final class EventView {

    private static final String SERVICE_ACCOUNT_PREFIX = "mdb_sa_id_";

    private EventView() {}

    static Map<String, Object> inProject(Call<?> call, StoredEvent event) {
        Map<String, Object> view = common(call, event);
        event.projectId().ifPresent(project -> view.put("groupId", project.value()));
        return view;
    }

    static Map<String, Object> inOrganization(Call<?> call, StoredEvent event) {
        Map<String, Object> view = inProject(call, event);
        view.put("orgId", event.organizationId().value());
        return view;
    }

    private static Map<String, Object> common(Call<?> call, StoredEvent event) {
        Map<String, Object> view = new TreeMap<>(event.about());
        view.put("created", event.created().toString());
        view.put("eventTypeName", event.type());
        view.put("id", event.id());
        view.put("isGlobalAdmin", false);
        // Of an event without a project the recorded link names the project "null".
        String path = "/groups/" + event.projectId().map(ProjectId::value).orElse("null") + "/events/" + event.id();
        view.put("links", List.of(call.link("self", path)));
        event.actor().ifPresent(actor -> putActor(view, actor));
        event.remoteAddress().ifPresent(address -> view.put("remoteAddress", address));
        if (call.query().flag("includeRaw", false)) {
            view.put("raw", raw(event));
        }
        return view;
    }

    private static void putActor(Map<String, Object> view, StoredEvent.Actor actor) {
        switch (actor.kind()) {
            case API_KEY -> putProgram(view, actor.id(), actor.name());
            case SERVICE_ACCOUNT -> putProgram(view, actor.id().replace(SERVICE_ACCOUNT_PREFIX, ""), actor.name());
            case PERSON -> {
                view.put("userId", actor.id());
                view.put("username", actor.name());
            }
        }
    }

    private static void putProgram(Map<String, Object> view, String id, String name) {
        view.put("apiKeyId", id);
        view.put("publicKey", name);
    }

    private static Map<String, Object> raw(StoredEvent event) {
        Map<String, Object> raw = new TreeMap<>(event.about());
        raw.put("_t", event.type());
        event.projectId().ifPresent(project -> raw.put("cid", project.value()));
        raw.put("cre", event.created().toString());
        raw.put("description", new EventType(event.type(), true, true, false).description());
        raw.put("id", event.id());
        raw.put("orgId", event.organizationId().value());
        return raw;
    }
}
