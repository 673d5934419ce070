package io.telamon.gateway.spi.engine;

import java.net.InetSocketAddress;

/**
 * Who an engine session is for.
 *
 * @param connectionId a number unique in this gateway's life
 * @param address where the client is
 */
public record Client(long connectionId, InetSocketAddress address) {}
