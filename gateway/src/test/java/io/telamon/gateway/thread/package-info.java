/** What is published, by itself. */
@NullMarked
package io.telamon.gateway.thread;

import org.jspecify.annotations.NullMarked;
