package io.telamon.engine.remote;

import io.telamon.gateway.spi.Bytes;
import io.telamon.gateway.spi.Message;
import java.util.List;

/** A deployment that one cluster has for itself: everything is sent on as it is. */
record OwnNames() implements Names {

    private record AsItIs(Bytes frame) implements Request {

        @Override
        public byte[] reply(byte[] frame) {
            return frame;
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
