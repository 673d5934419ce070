package io.telamon.control.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Declares one operation. It is registered by one of the {@code answers} methods, which come last.
 *
 * @param <B> the body that the operation takes
 */
public final class OperationBuilder<B> {

    private final String id;
    private final Surface surface;
    private final Consumer<Operation> registry;
    private final List<OfferedVersion> versions = new ArrayList<>();
    private final Map<String, QueryParameter> query = new LinkedHashMap<>();
    private Method method = Method.GET;
    private PathTemplate path = new PathTemplate("/");
    private Requirement requirement = new Requirement.Authentication();
    private Optional<RateSet> rateSet = Optional.empty();
    private BodyType<?> body = new BodyType.None();
    private boolean judgedByCalendar;
    private boolean location;
    private boolean served = true;

    OperationBuilder(String id, Surface surface, Consumer<Operation> registry) {
        this.id = id;
        this.surface = surface;
        this.registry = registry;
    }

    public OperationBuilder<B> get(String at) {
        return at(Method.GET, at);
    }

    public OperationBuilder<B> post(String at) {
        return at(Method.POST, at);
    }

    public OperationBuilder<B> put(String at) {
        return at(Method.PUT, at);
    }

    public OperationBuilder<B> patch(String at) {
        return at(Method.PATCH, at);
    }

    public OperationBuilder<B> delete(String at) {
        return at(Method.DELETE, at);
    }

    OperationBuilder<B> at(Method operationMethod, String at) {
        method = operationMethod;
        path = new PathTemplate(at);
        return this;
    }

    /** Offers the operation in a version that is here to stay. Versions are declared oldest first. */
    public OperationBuilder<B> version(String date) {
        versions.add(OfferedVersion.of(date));
        return this;
    }

    /** Offers the operation in a version whose end is announced. */
    public OperationBuilder<B> version(String date, String deprecated, String sunset) {
        versions.add(OfferedVersion.of(date).ending(deprecated, sunset));
        return this;
    }

    OperationBuilder<B> version(OfferedVersion version) {
        versions.add(version);
        return this;
    }

    /** Lets the stage of the serverless sunset decide whether the operation still answers. */
    public OperationBuilder<B> judgedByCalendar() {
        judgedByCalendar = true;
        return this;
    }

    /** Sends a {@code Location} header that names no resource, as was recorded of some operations. */
    public OperationBuilder<B> location() {
        location = true;
        return this;
    }

    /** Needs no credentials. */
    public OperationBuilder<B> open() {
        requirement = new Requirement.Nothing();
        return this;
    }

    /** Needs valid credentials and nothing else; shows only what the caller may see. */
    public OperationBuilder<B> authenticated() {
        requirement = new Requirement.Authentication();
        return this;
    }

    /** Needs one of the roles, all of them of organizations or all of projects, where the path says. */
    public OperationBuilder<B> needs(Role first, Role... others) {
        Set<Role> roles = java.util.EnumSet.of(first, others);
        requirement =
                first.isOrganizational() ? new Requirement.InOrganization(roles) : new Requirement.InProject(roles);
        return this;
    }

    /** Needs the role in the caller's own organization. */
    public OperationBuilder<B> needsInOwnOrganization(Role role) {
        requirement = new Requirement.OwnOrganization(role);
        return this;
    }

    /** Needs the role in the organization that the installation began with. */
    public OperationBuilder<B> needsInFirstOrganization(Role role) {
        requirement = new Requirement.FirstOrganization(role);
        return this;
    }

    /** Draws from a token bucket. */
    public OperationBuilder<B> limited(RateSet set) {
        rateSet = Optional.of(set);
        return this;
    }

    /** Takes a query parameter besides {@code pretty}, {@code envelope} and those of lists. */
    public OperationBuilder<B> query(String name, QueryParameter.Kind kind) {
        query.put(name, new QueryParameter(name, kind));
        return this;
    }

    /** Takes a JSON object. */
    public <T> OperationBuilder<T> takes(Class<T> type) {
        return taking(new BodyType.Json<>(type));
    }

    /** Takes a JSON array. */
    public <T> OperationBuilder<List<T>> takesListOf(Class<T> item) {
        return taking(new BodyType.JsonList<>(item));
    }

    /** Takes an HTML form. */
    public OperationBuilder<Form> takesForm() {
        return taking(new BodyType.FormFields());
    }

    /** Answers with one value. */
    public void answers(int status, Handler<B, ?> handler) {
        register(status, Operation.Answer.VALUE, handler);
    }

    /** Answers with text. */
    public void answersText(Handler<B, String> handler) {
        register(200, Operation.Answer.TEXT, handler);
    }

    /** Answers 200 with a page of a list. */
    public void answersPage(Handler<B, ? extends Page<?>> handler) {
        answersPage(200, handler);
    }

    /** Answers with a page of a list. */
    public void answersPage(int status, Handler<B, ? extends Page<?>> handler) {
        takesPageParameters();
        register(status, Operation.Answer.PAGE, handler);
    }

    /** Answers 200 with a page of a list that is counted only when the client asks for it. */
    public void answersUncountedPage(Handler<B, ? extends Page<?>> handler) {
        takesPageParameters();
        register(200, Operation.Answer.UNCOUNTED_PAGE, handler);
    }

    /** Names the operation as one of the API that is not served yet. */
    void notServed() {
        refuses(call -> {
            throw ErrorCode.NOT_IMPLEMENTED.about(id);
        });
    }

    /** Answers every request with the refusal that the handler throws, whatever its query and body. */
    void refuses(Handler<B, ?> handler) {
        served = false;
        register(501, Operation.Answer.VALUE, handler);
    }

    private void takesPageParameters() {
        query("pageNum", QueryParameter.Kind.NUMBER);
        query("itemsPerPage", QueryParameter.Kind.NUMBER);
        query("includeCount", QueryParameter.Kind.BOOLEAN);
    }

    @SuppressWarnings("unchecked") // the type parameter only follows the body that was just set
    private <T> OperationBuilder<T> taking(BodyType<T> type) {
        body = type;
        return (OperationBuilder<T>) this;
    }

    private void register(int status, Operation.Answer answer, Handler<B, ?> handler) {
        query("pretty", QueryParameter.Kind.BOOLEAN);
        query("envelope", QueryParameter.Kind.BOOLEAN);
        registry.accept(new Operation(
                id,
                surface,
                method,
                path,
                List.copyOf(versions),
                requirement,
                rateSet,
                Map.copyOf(query),
                body,
                status,
                answer,
                judgedByCalendar,
                location,
                served,
                handler));
    }
}
