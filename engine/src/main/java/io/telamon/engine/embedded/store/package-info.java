/** Collections and indexes of mongo-java-server kept in one MVStore file a cluster, and the commits that make them durable. */
@NullMarked
package io.telamon.engine.embedded.store;

import org.jspecify.annotations.NullMarked;
