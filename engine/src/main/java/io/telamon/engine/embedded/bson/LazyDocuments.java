package io.telamon.engine.embedded.bson;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Documents that are decoded each time somebody asks for one, so that few are decoded at a time. */
public final class LazyDocuments extends AbstractList<Document> {

    private final byte[] bytes;
    private final List<Integer> offsets = new ArrayList<>();

    /**
     * Documents that lie one after the other. All are checked now.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if one of them cannot be decoded
     */
    public LazyDocuments(byte[] bytes, int offset, int end) {
        this.bytes = bytes;
        int at = offset;
        while (at < end) {
            int length = LittleEndianBytes.int32(bytes, at);
            DocumentReader.read(bytes, at, length);
            offsets.add(at);
            at += length;
        }
    }

    @Override
    public Document get(int index) {
        int at = offsets.get(index);
        return DocumentReader.read(bytes, at, LittleEndianBytes.int32(bytes, at));
    }

    @Override
    public int size() {
        return offsets.size();
    }
}
