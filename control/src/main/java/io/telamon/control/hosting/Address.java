package io.telamon.control.hosting;

import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where clusters are reached.
 *
 * @param bind the address that their ports are opened on
 * @param host the name or address of it that clients are told; an IPv6 address in brackets
 * @param ports from which each cluster gets one
 * @param tls the certificate that they show; nothing for plain TCP
 * @param domain below which clusters have host names
 */
public record Address(InetAddress bind, String host, PortRange ports, Optional<SSLContext> tls, String domain) {}
