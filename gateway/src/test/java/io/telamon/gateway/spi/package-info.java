/** What is published, by itself. */
@NullMarked
package io.telamon.gateway.spi;

import org.jspecify.annotations.NullMarked;
