package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** A value that a unique index already has, with what drivers read from the error beside its text. */
public final class DuplicateKey extends MongoServerError {

    private static final long serialVersionUID = 1L;

    private final Document pattern = new Document();
    private final Document value = new Document();

    DuplicateKey(DuplicateKeyError cause, UniqueIndex index, Document document) {
        super(cause.getCode(), cause.getCodeName(), cause.getMessageWithoutErrorCode(), cause);
        for (IndexKey key : index.getKeys()) {
            pattern.put(key.getKey(), key.isAscending() ? 1 : -1);
            Object found = Utils.getSubdocumentValueCollectionAware(document, key.getKey());
            value.put(key.getKey(), found instanceof Missing ? null : found);
        }
    }

    /** Adds the index's fields and the value to a reply. */
    public void describeIn(Document reply) {
        reply.put("keyPattern", pattern);
        reply.put("keyValue", value);
    }
}
