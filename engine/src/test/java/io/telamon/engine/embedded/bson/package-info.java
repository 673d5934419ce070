@NullMarked
package io.telamon.engine.embedded.bson;

import org.jspecify.annotations.NullMarked;
