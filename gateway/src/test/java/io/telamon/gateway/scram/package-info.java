/** SCRAM against the examples of its RFCs. */
@NullMarked
package io.telamon.gateway.scram;

import org.jspecify.annotations.NullMarked;
