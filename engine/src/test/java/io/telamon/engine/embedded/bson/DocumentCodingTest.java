package io.telamon.engine.embedded.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.Samples;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class DocumentCodingTest {

    @Test
    void givesBackEveryTypeAsItCame() {
        byte[] bytes = encode(Samples.everything());

        assertThat(DocumentWriter.write(DocumentReader.read(bytes))).isEqualTo(bytes);
    }

    @Test
    void writesDocumentsOfAnySize() {
        for (int size = 0; size < 5_000; size += 7) {
            Document document = new Document("a", new Document("b", new BinData(new byte[size]))).append("c", "d");

            assertThat(DocumentReader.read(DocumentWriter.write(document))).isEqualTo(document);
        }
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        byte[] bytes = HexFormat.of().parseHex("13000000" + "10610001000000" + "10610002000000" + "00");

        assertThatThrownBy(() -> DocumentReader.read(bytes)).hasMessageContaining("twice");
    }

    @Test
    void refusesAStringThatIsNotUtf8() {
        byte[] bytes = HexFormat.of().parseHex("0e000000" + "026100" + "02000000" + "ff00" + "00");

        assertThatThrownBy(() -> DocumentReader.read(bytes)).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesDocumentsNestedTooDeep() {
        Document deep = new Document();
        for (int level = 0; level < 200; level++) {
            deep = new Document("a", deep);
        }
        byte[] bytes = DocumentWriter.write(deep);

        assertThatThrownBy(() -> DocumentReader.read(bytes)).hasMessageContaining("nested object depth");
    }

    @Test
    void answersAnyDamageByAnError() {
        byte[] whole = encode(Samples.everything());
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = 0; damaged.length > 0 && i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            readOrRefuse(damaged);
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            DocumentReader.read(bytes);
        } catch (MongoServerError e) {
            assertThat(e.getCode()).isPositive();
        }
    }

    private static byte[] encode(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        document,
                        EncoderContext.builder().build());
        return buffer.toByteArray();
    }
}
