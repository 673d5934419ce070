/** The MongoDB wire protocol: listeners, TLS, SCRAM, authorization, limits, metering. */
@NullMarked
package io.telamon.gateway;

import org.jspecify.annotations.NullMarked;
