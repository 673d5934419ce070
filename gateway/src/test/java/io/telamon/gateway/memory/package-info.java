@NullMarked
package io.telamon.gateway.memory;

import org.jspecify.annotations.NullMarked;
