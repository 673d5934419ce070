package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import io.telamon.gateway.wire.MalformedFrameException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads {@code bulkWrite}, whose operations refer to a list of namespaces by number. */
final class BulkWriteAnalyzer implements Analyzer {

    @Override
    public CommandFootprint analyze(Message message) throws MalformedFrameException {
        if (!message.database().equals("admin")) {
            throw Errors.adminOnly("bulkWrite");
        }
        List<Namespace> namespaces = new ArrayList<>();
        for (Bytes entry : Documents.of(message, "nsInfo")) {
            namespaces.add(namespace(Documents.raw(entry)));
        }
        Set<RequiredPrivilege> touches = new LinkedHashSet<>();
        for (Bytes entry : Documents.of(message, "ops")) {
            add(Documents.raw(entry), namespaces, touches);
        }
        return new CommandFootprint(List.copyOf(touches), List.of());
    }

    private static Namespace namespace(BsonDocument entry) {
        if (entry.get("ns") instanceof BsonString name) {
            return SimpleAnalyzer.parsed(name.getValue());
        }
        throw Errors.typeMismatch("nsInfo.ns must be a string");
    }

    private static void add(BsonDocument operation, List<Namespace> namespaces, Set<RequiredPrivilege> touches) {
        String name = operation.getFirstKey();
        Namespace namespace = at(namespaces, operation.get(name));
        switch (name) {
            case "insert" -> touches.add(new RequiredPrivilege(Action.INSERT, namespace));
            case "delete" -> touches.add(new RequiredPrivilege(Action.REMOVE, namespace));
            case "update" -> {
                touches.add(new RequiredPrivilege(Action.UPDATE, namespace));
                if (operation.containsKey("upsert")) {
                    touches.add(new RequiredPrivilege(Action.INSERT, namespace));
                }
            }
            default -> throw Errors.failedToParse("unknown bulkWrite operation '" + name + "'");
        }
    }

    private static Namespace at(List<Namespace> namespaces, @Nullable BsonValue index) {
        int number = index != null && index.isNumber() ? index.asNumber().intValue() : -1;
        if (number < 0 || number >= namespaces.size()) {
            throw Errors.badValue("a bulkWrite operation refers to nsInfo number " + number);
        }
        return namespaces.get(number);
    }
}
