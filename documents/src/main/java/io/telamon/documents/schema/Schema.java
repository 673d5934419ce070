package io.telamon.documents.schema;

import io.telamon.documents.value.Value;
import java.util.List;

/** A compiled schema. */
@FunctionalInterface
public interface Schema {

    /** Whether a value, which is not missing, is as the schema demands. */
    boolean matches(Value value);

    /** A schema that demands all of several. */
    static Schema all(List<Schema> schemas) {
        if (schemas.size() == 1) {
            return schemas.getFirst();
        }
        return value -> schemas.stream().allMatch(schema -> schema.matches(value));
    }
}
