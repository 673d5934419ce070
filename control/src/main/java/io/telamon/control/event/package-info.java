/** What happened, appended in the same transaction as the change. */
@NullMarked
package io.telamon.control.event;

import org.jspecify.annotations.NullMarked;
