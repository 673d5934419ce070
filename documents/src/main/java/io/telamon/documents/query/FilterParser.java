package io.telamon.documents.query;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.EncodedDocument;

/** Compiles filters. */
public final class FilterParser {
    private final DocumentParser parser;

    /** A parser for the filters of one command. */
    public FilterParser(ExpressionContext context, FilterExtensions extensions) {
        this.parser = new DocumentParser(context, extensions);
    }

    /**
     * Compiles a filter.
     *
     * @throws CommandException 2 BadValue for unknown operators and wrong arguments, and other codes as MongoDB answers them
     */
    public Predicate parse(DocumentValue filter) {
        DocumentTest test = parser.parse(filter, true);
        return new CompiledFilter(test);
    }

    /**
     * Compiles a condition on the elements of an array, as {@code $elemMatch} and {@code $pull} take it: operators on the
     * element itself, or a filter on the fields of elements that are documents.
     */
    public ElementPredicate parseElement(DocumentValue condition) {
        ElementTest test = parser.fields().elementTest(condition);
        return value -> {
            EncodedDocument encoded = DocumentValue.of("v", value).encoded();
            return test.test(encoded.bytes(), encoded.bytes()[encoded.position() + 4], encoded.position() + 7);
        };
    }

    static CommandException badValue(String message) {
        return ErrorCode.BAD_VALUE.error(message);
    }

    /** A filter on documents in bytes; documents that were built are written to bytes first. */
    private record CompiledFilter(DocumentTest test) implements Predicate {

        @Override
        public boolean test(DocumentValue document) {
            EncodedDocument encoded = document.encoded();
            return test.test(encoded.bytes(), encoded.position());
        }

        @Override
        public int matchedPosition(DocumentValue document) {
            EncodedDocument encoded = document.encoded();
            return test.position(encoded.bytes(), encoded.position());
        }
    }
}
