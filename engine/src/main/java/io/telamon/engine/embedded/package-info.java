/**
 * The embedded engine: mongo-java-server called in process, one store file a cluster. A development engine: what it cannot do it
 * refuses by name.
 */
@NullMarked
package io.telamon.engine.embedded;

import org.jspecify.annotations.NullMarked;
