/** BSON to and from the documents of mongo-java-server, without loss of any type. */
@NullMarked
package io.telamon.engine.embedded.bson;

import org.jspecify.annotations.NullMarked;
