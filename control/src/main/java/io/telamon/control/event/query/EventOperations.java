package io.telamon.control.event.query;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Json;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.event.EventLog;
import io.telamon.control.event.EventTypes;
import io.telamon.control.module.ApiModule;
import io.telamon.control.store.Store;
import java.util.List;
import java.util.Map;

/** The operations that show what happened. */
public final class EventOperations implements ApiModule {

    private final Store store;
    private final EventTable table;
    private final EventTypes types;

    /** The operations over the events of a log. */
    public EventOperations(Store store, Json json, EventLog events) {
        this.store = store;
        this.types = events.types();
        this.table = new EventTable(json);
    }

    @Override
    public void bind(Operations api) {
        api.servePage(
                "listGroupEvents", call -> list(call, ofProject(call)).map(event -> EventView.inProject(call, event)));
        api.serve("getGroupEvent", this::getOfProject);
        api.servePage(
                "listOrgEvents",
                call -> list(call, ofOrganization(call)).map(event -> EventView.inOrganization(call, event)));
        api.serve("getOrgEvent", this::getOfOrganization);
        api.servePage("listEventTypes", this::listTypes);
    }

    private Page<StoredEvent> list(Call<NoContent> call, EventScope scope) {
        EventFilter filter = EventFilter.of(call.query(), types);
        PageRequest asked = call.page();
        return store.read(handle -> {
            List<StoredEvent> found = table.list(handle, scope, filter, asked);
            return Page.of(asked, found, () -> table.count(handle, scope, filter));
        });
    }

    private Map<String, Object> getOfProject(Call<NoContent> call) {
        String id = call.path("eventId");
        return store.read(handle -> table.find(handle, ofProject(call), id))
                .map(event -> EventView.inProject(call, event))
                .orElseThrow(() -> ErrorCode.EVENT_NOT_FOUND.about(id, call.projectId()));
    }

    private Map<String, Object> getOfOrganization(Call<NoContent> call) {
        String id = call.path("eventId");
        return store.read(handle -> table.find(handle, ofOrganization(call), id))
                .map(event -> EventView.inOrganization(call, event))
                .orElseThrow(() -> ErrorCode.ORG_EVENT_NOT_FOUND.about(id, call.organizationId()));
    }

    private Page<EventTypeView> listTypes(Call<NoContent> call) {
        return Page.of(call.page(), types.all()).map(EventTypeView::of);
    }

    private static EventScope ofProject(Call<?> call) {
        return new EventScope.OfProject(call.projectId());
    }

    private EventScope ofOrganization(Call<?> call) {
        return new EventScope.OfOrganization(call.organizationId(), types.ofProjectsSeenInOrganizations());
    }
}
