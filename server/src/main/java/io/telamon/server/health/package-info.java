/** Whether the server lives and can serve, for those who watch over it. */
@NullMarked
package io.telamon.server.health;

import org.jspecify.annotations.NullMarked;
