package io.telamon.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Commands without values. */
class RedactionTest {

    @Test
    void keepsFieldsAndNoValues() {
        BsonDocument command = BsonDocument.parse(
                "{find:'carts', filter:{owner:'ann', price:{$gt:5}, $or:[{a:1},{b:[true]}]}, sort:{at:-1}}");

        assertThat(Redaction.of(command))
                .isEqualTo(
                        BsonDocument.parse(
                                "{find:'###', filter:{owner:'###', price:{$gt:'###'}, $or:[{a:'###'},{b:['###']}]}, sort:{at:'###'}}"));
    }
}
