/** The DNS responder. */
@NullMarked
package io.telamon.gateway.dns;

import org.jspecify.annotations.NullMarked;
