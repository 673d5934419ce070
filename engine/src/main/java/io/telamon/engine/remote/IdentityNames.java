package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A deployment that one cluster has for itself: everything is sent on as it is. */
record IdentityNames() implements Names {

    private record AsItIs(Bytes frame) implements Request {

        @Override
        public void writeTo(OutputStream out, RequestHeader header) throws IOException {
            header.writeTo(out, frame);
        }

        @Override
        public Bytes reply(Bytes reply) {
            return reply;
        }
    }

    @Override
    public Request request(Message message) {
        return new AsItIs(message.frame());
    }

    @Override
    public List<String> own(List<String> all) {
        return all.stream().filter(name -> !Names.isReserved(name)).toList();
    }

    @Override
    public String outer(String database) {
        return database;
    }
}
