package io.telamon.control.cluster;

import io.telamon.gateway.model.ClusterId;
import java.util.List;
import org.bson.BsonDocument;

/** Puts documents into clusters for the service itself, past users, access lists and limits. */
public interface DocumentLoader {

    /**
     * Inserts documents; those whose {@code _id} is there already are left out.
     *
     * @throws DocumentsRefusedException when the engine refuses them
     * @throws IllegalStateException when the engine cannot be reached
     */
    void insert(ClusterId cluster, String database, String collection, List<BsonDocument> documents);
}
