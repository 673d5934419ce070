package io.telamon.gateway.net;

import io.telamon.gateway.api.ListenerSpec;
import io.telamon.gateway.api.Listeners;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The listeners that are open, by name. */
public final class OpenListeners implements Listeners, AutoCloseable {

    private final ConnectionContext services;
    private final AtomicLong connectionIds = new AtomicLong();
    private final Map<String, Listener> open = new HashMap<>();

    /** None yet. */
    public OpenListeners(ConnectionContext services) {
        this.services = services;
    }

    @Override
    public synchronized int open(ListenerSpec spec) throws IOException {
        Listener listener = open.get(spec.name());
        if (listener == null) {
            listener = new Listener(services, spec, connectionIds);
            open.put(spec.name(), listener);
        }
        return listener.port();
    }

    @Override
    public synchronized Optional<Integer> port(String name) {
        return Optional.ofNullable(open.get(name)).map(Listener::port);
    }

    @Override
    public synchronized void close(String name) {
        Optional.ofNullable(open.remove(name)).ifPresent(Listener::close);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Listener::close);
        open.clear();
    }
}
