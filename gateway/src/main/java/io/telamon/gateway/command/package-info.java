/** Commands: which there are, what each touches, who may run it, and which limits it meets, until it reaches the engine. */
@NullMarked
package io.telamon.gateway.command;

import org.jspecify.annotations.NullMarked;
