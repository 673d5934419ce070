/** The telamon command: configuration, composition, packaging. */
@NullMarked
package io.telamon.server;

import org.jspecify.annotations.NullMarked;
