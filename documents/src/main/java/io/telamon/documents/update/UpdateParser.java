package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compiles updates. */
public final class UpdateParser {
    private static final String ID = "_id";

    private final ExpressionContext context;
    private final FilterParser filters;

    /** A parser for the updates of one command. */
    public UpdateParser(ExpressionContext context, FilterParser filters) {
        this.context = context;
        this.filters = filters;
    }

    /**
     * Compiles an update: a document of modifiers, a pipeline, or a replacement.
     *
     * @throws CommandException 9 FailedToParse for unknown modifiers, 40 for conflicting paths, and others
     */
    public Update parse(Value update, List<DocumentValue> arrayFilters) {
        return switch (update) {
            case ArrayValue pipeline -> checked(PipelineUpdate.parse(pipeline, context));
            case DocumentValue document -> {
                Element first = document.first();
                yield first != null && first.name().startsWith("$")
                        ? checked(modifiers(document, ArrayFilters.parse(arrayFilters, filters)))
                        : replacement(document);
            }
            default -> throw ErrorCode.FAILED_TO_PARSE.error("Update argument must be either an object or an array");
        };
    }

    private static Update replacement(DocumentValue replacement) {
        for (Element element : replacement) {
            if (element.name().startsWith("$")) {
                throw ErrorCode.DOLLAR_PREFIXED_FIELD_NAME.error(
                        "The dollar ($) prefixed field '" + element.name() + "' is not allowed");
            }
        }
        return checked((document, _, _) -> {
            Value id = replacement.has(ID) ? replacement.get(ID) : document.get(ID);
            DocumentBuilder builder = new DocumentBuilder().add(ID, id);
            for (Element element : replacement) {
                if (!element.name().equals(ID)) {
                    builder.add(element.name(), element.value());
                }
            }
            return builder.build();
        });
    }

    /** An update that leaves the identifier of a stored document as it is. */
    private static Update checked(Update update) {
        return (document, filter, insert) -> {
            DocumentValue updated = update.apply(document, filter, insert);
            Value before = document.get(ID);
            if (before != MissingValue.MISSING && !before.equals(updated.get(ID))) {
                throw ErrorCode.IMMUTABLE_FIELD.error(
                        "Performing an update on the path '_id' would modify the immutable field '_id'");
            }
            return updated;
        };
    }

    private record Modifier(UpdatePath path, Modification modification, boolean onInsert, boolean positional) {}

    private Update modifiers(DocumentValue update, Map<String, Predicate> arrayFilters) {
        List<Modifier> modifiers = new ArrayList<>();
        ModifierTable table = new ModifierTable(context, filters);
        for (Element operator : update) {
            if (!ModifierTable.isKnown(operator.name())) {
                throw ErrorCode.FAILED_TO_PARSE.error("Unknown modifier: " + operator.name()
                        + ". Expected a valid update modifier or pipeline-style update specified as an array");
            }
            if (!(operator.value() instanceof DocumentValue fields)) {
                throw ErrorCode.FAILED_TO_PARSE.error("Modifiers operate on fields but we found type "
                        + operator.value().type() + " instead.");
            }
            for (Element field : fields) {
                if (operator.name().equals("$rename")) {
                    rename(UpdatePath.ofSource(field.name()), field.value(), modifiers);
                } else {
                    UpdatePath path = UpdatePath.parse(field.name());
                    Modification modification = table.parse(operator.name(), field.value());
                    modifiers.add(new Modifier(
                            path,
                            modification,
                            operator.name().equals("$setOnInsert"),
                            path.parts().contains("$")));
                }
            }
        }
        checkConflicts(modifiers, arrayFilters);
        modifiers.sort(Comparator.comparing(Modifier::path));
        return (document, filter, insert) -> apply(document, filter, insert, modifiers, arrayFilters);
    }

    private static void rename(UpdatePath from, Value target, List<Modifier> modifiers) {
        if (!(target instanceof StringValue text)) {
            throw ErrorCode.BAD_VALUE.error("The 'to' field for $rename must be a string: " + from + ": " + target);
        }
        if (text.text().indexOf('\0') >= 0) {
            throw new CommandException(9867600, "The 'to' field for $rename cannot contain an embedded null byte");
        }
        UpdatePath to = UpdatePath.parse(text.text());
        if (from.isPositional() || to.isPositional()) {
            throw ErrorCode.BAD_VALUE.error("The source and target field for $rename may not be dynamic: " + from);
        }
        if (from.equals(to)) {
            throw ErrorCode.BAD_VALUE.error("The source and target field for $rename must differ: " + from);
        }
        if (from.conflictsWith(to)) {
            throw ErrorCode.BAD_VALUE.error(
                    "The source and target field for $rename must not be on the same path: " + from);
        }
        modifiers.add(new Modifier(from, new Rename(from, to), false, false));
        modifiers.add(new Modifier(to, Rename.TARGET, false, false));
    }

    private static void checkConflicts(List<Modifier> modifiers, Map<String, Predicate> arrayFilters) {
        checkIdentifiers(modifiers, arrayFilters);
        for (int i = 0; i < modifiers.size(); i++) {
            UpdatePath path = modifiers.get(i).path();
            for (int j = 0; j < i; j++) {
                if (path.conflictsWith(modifiers.get(j).path())) {
                    throw ErrorCode.CONFLICTING_UPDATE_OPERATORS.error(
                            "Updating the path '" + path + "' would create a conflict at '"
                                    + modifiers.get(j).path() + "'");
                }
            }
        }
    }

    /** Each identifier of a path has an array filter, and each array filter is used. */
    private static void checkIdentifiers(List<Modifier> modifiers, Map<String, Predicate> arrayFilters) {
        Set<String> unused = new TreeSet<>(arrayFilters.keySet());
        for (Modifier modifier : modifiers) {
            for (String part : modifier.path().parts()) {
                if (part.startsWith("$[") && part.length() > 3) {
                    String identifier = part.substring(2, part.length() - 1);
                    if (!arrayFilters.containsKey(identifier)) {
                        throw PathUpdater.noFilter(identifier, modifier.path());
                    }
                    unused.remove(identifier);
                }
            }
        }
        if (!unused.isEmpty()) {
            throw ErrorCode.FAILED_TO_PARSE.error(
                    "The array filter for identifier '" + unused.iterator().next() + "' was not used in the update");
        }
    }

    private static DocumentValue apply(
            DocumentValue document,
            Predicate filter,
            boolean insert,
            List<Modifier> modifiers,
            Map<String, Predicate> arrayFilters) {
        DocumentValue updated = document;
        for (Modifier modifier : modifiers) {
            if (modifier.onInsert() && !insert) {
                continue;
            }
            if (modifier.modification() instanceof Rename rename) {
                updated = rename.apply(updated);
                continue;
            }
            int matched = modifier.positional() ? filter.matchedPosition(document) : -1;
            updated = new PathUpdater(arrayFilters, matched, modifier.path(), modifier.modification()).apply(updated);
        }
        return updated;
    }
}
