package io.telamon.documents.error;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of MongoDB's errors that have a name; every other code is called {@code Location} and its number. */
public enum ErrorCode {
    INTERNAL_ERROR(1, "InternalError"),
    BAD_VALUE(2, "BadValue"),
    GRAPH_CONTAINS_CYCLE(5, "GraphContainsCycle"),
    FAILED_TO_PARSE(9, "FailedToParse"),
    UNAUTHORIZED(13, "Unauthorized"),
    TYPE_MISMATCH(14, "TypeMismatch"),
    OVERFLOW(15, "Overflow"),
    INVALID_LENGTH(16, "InvalidLength"),
    INVALID_BSON(22, "InvalidBSON"),
    NAMESPACE_NOT_FOUND(26, "NamespaceNotFound"),
    INDEX_NOT_FOUND(27, "IndexNotFound"),
    PATH_NOT_VIABLE(28, "PathNotViable"),
    CONFLICTING_UPDATE_OPERATORS(40, "ConflictingUpdateOperators"),
    DOLLAR_PREFIXED_FIELD_NAME(52, "DollarPrefixedFieldName"),
    INVALID_ID_FIELD(53, "InvalidIdField"),
    EMPTY_FIELD_NAME(56, "EmptyFieldName"),
    DOTTED_FIELD_NAME(57, "DottedFieldName"),
    COMMAND_NOT_FOUND(59, "CommandNotFound"),
    IMMUTABLE_FIELD(66, "ImmutableField"),
    INVALID_OPTIONS(72, "InvalidOptions"),
    INVALID_NAMESPACE(73, "InvalidNamespace"),
    COMMAND_NOT_SUPPORTED(115, "CommandNotSupported"),
    DOCUMENT_VALIDATION_FAILURE(121, "DocumentValidationFailure"),
    EXCEEDED_MEMORY_LIMIT(146, "ExceededMemoryLimit"),
    NOT_IMPLEMENTED(238, "NotImplemented"),
    CONVERSION_FAILURE(241, "ConversionFailure"),
    INVALID_UUID(207, "InvalidUUID"),
    OPERATION_NOT_SUPPORTED_IN_TRANSACTION(263, "OperationNotSupportedInTransaction"),
    NO_QUERY_EXECUTION_PLANS(291, "NoQueryExecutionPlans"),
    BSON_OBJECT_TOO_LARGE(10334, "BSONObjectTooLarge");

    private static final Map<Integer, String> NAMES =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(c -> c.code, c -> c.codeName));

    private final int code;
    private final String codeName;

    ErrorCode(int code, String codeName) {
        this.code = code;
        this.codeName = codeName;
    }

    /** The number that goes over the wire. */
    public int code() {
        return code;
    }

    /** An error of this code. */
    public CommandException error(String message) {
        return new CommandException(code, message);
    }

    static String nameOf(int code) {
        return NAMES.getOrDefault(code, "Location" + code);
    }
}
