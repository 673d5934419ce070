package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The filters of array elements by the identifiers that their paths begin with. */
final class ArrayFilters {
    private ArrayFilters() {}

    static Map<String, Predicate> parse(List<DocumentValue> filters, FilterParser parser) {
        Map<String, Predicate> byIdentifier = new HashMap<>();
        for (DocumentValue filter : filters) {
            if (filter.has("$expr")) {
                throw new CommandException(224, "$expr is not allowed in array filters");
            }
            Set<String> identifiers = new TreeSet<>();
            collect(filter, identifiers);
            if (identifiers.size() != 1) {
                throw ErrorCode.FAILED_TO_PARSE.error(
                        "Error parsing array filter: expected a single top-level field name, found " + identifiers);
            }
            String identifier = identifiers.iterator().next();
            if (!identifier.matches("[a-z][a-zA-Z0-9]*")) {
                throw ErrorCode.BAD_VALUE.error(
                        "Error parsing array filter: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '"
                                + identifier + "'");
            }
            if (byIdentifier.put(identifier, parser.parse(filter)) != null) {
                throw ErrorCode.FAILED_TO_PARSE.error(
                        "Found multiple array filters with the same top-level field name " + identifier);
            }
        }
        return byIdentifier;
    }

    private static void collect(@Nullable Value filter, Set<String> identifiers) {
        switch (filter) {
            case DocumentValue document -> {
                for (Element element : document) {
                    if (element.name().startsWith("$")) {
                        collect(element.value(), identifiers);
                    } else {
                        int dot = element.name().indexOf('.');
                        identifiers.add(
                                dot < 0 ? element.name() : element.name().substring(0, dot));
                    }
                }
            }
            case ArrayValue array -> array.values().forEach(each -> collect(each, identifiers));
            case null, default -> {}
        }
    }
}
