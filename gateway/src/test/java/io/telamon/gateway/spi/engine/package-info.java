/** What is published, by itself. */
@NullMarked
package io.telamon.gateway.spi.engine;

import org.jspecify.annotations.NullMarked;
