/** What filters mean. */
@NullMarked
package io.telamon.engine.embedded.filter;

import org.jspecify.annotations.NullMarked;
