package io.telamon.engine.embedded.store;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;

/** The channel that mongo-java-server keeps the last error of. Nobody asks for it, so one does for all. */
final class DummyChannel {

    static final Channel INSTANCE = new EmbeddedChannel();

    private DummyChannel() {}
}
