/** What is published, by itself. */
@NullMarked
package io.telamon.gateway.spi.directory;

import org.jspecify.annotations.NullMarked;
