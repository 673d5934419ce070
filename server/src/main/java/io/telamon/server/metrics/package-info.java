/** What the server counts and measures, in the form that Prometheus reads. */
@NullMarked
package io.telamon.server.metrics;

import org.jspecify.annotations.NullMarked;
