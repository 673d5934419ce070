/**
 * What the control plane implements for the gateway and the engines: clusters, database users, roles, access lists, host names.
 *
 * <p>It refers to no type of the engines or of the gateway's own interfaces.
 */
@NullMarked
package io.telamon.gateway.spi.directory;

import org.jspecify.annotations.NullMarked;
