package io.telamon.documents.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.documents.Json;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.ValueOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {bsonType: 'object'}                             | {}                    | true
                    {required: ['a', 'b']}                           | {a: 1}                | false
                    {properties: {a: {bsonType: ['int', 'null']}}}   | {a: null}             | true
                    {properties: {a: {type: 'number'}}}              | {a: 1.5}              | true
                    {properties: {a: {type: 'string'}}}              | {a: 1}                | false
                    {properties: {a: {type: 'string'}}}              | {}                    | true
                    {properties: {a: {enum: [1, {x: 1, y: 2}]}}}     | {a: {y: 2, x: 1}}     | true
                    {properties: {a: {minimum: 3, exclusiveMinimum: true}}} | {a: 3}         | false
                    {properties: {a: {maximum: 3}}}                  | {a: 'x'}              | true
                    {properties: {a: {multipleOf: 0.5}}}             | {a: 1.5}              | true
                    {properties: {a: {maxLength: 2}}}                | {a: 'äöü'}            | false
                    {properties: {a: {pattern: '^x'}}}               | {a: 'ax'}             | false
                    {properties: {a: {items: {minimum: 2}}}}         | {a: [2, 1]}           | false
                    {properties: {a: {items: [{minimum: 2}], additionalItems: false}}} | {a: [2, 1]} | false
                    {properties: {a: {uniqueItems: true}}}           | {a: [1, 1.0]}         | false
                    {properties: {a: {}}, additionalProperties: false} | {b: 1}              | false
                    {patternProperties: {'^x': {minimum: 2}}}        | {x1: 1}               | false
                    {additionalProperties: {bsonType: 'int'}}        | {b: 'x'}              | false
                    {dependencies: {a: ['b']}}                       | {a: 1}                | false
                    {dependencies: {a: {required: ['b']}}}           | {a: 1, b: 1}          | true
                    {minProperties: 1, maxProperties: 1}             | {a: 1}                | true
                    {oneOf: [{required: ['a']}, {required: ['b']}]}  | {a: 1, b: 1}          | false
                    {anyOf: [{required: ['a']}, {required: ['b']}]}  | {b: 1}                | true
                    {allOf: [{required: ['a']}, {required: ['b']}]}  | {b: 1}                | false
                    {not: {required: ['a']}}                         | {a: 1}                | false
                    {title: 't', description: 'd'}                   | {}                    | true
                    """)
    void matches(String schema, String document, boolean matches) {
        DocumentValue definition = Json.document(schema);

        assertThat(new SchemaParser(ValueOrder.BINARY).parse(definition).matches(Json.document(document)))
                .isEqualTo(matches);
    }
}
