/** Changes as units of work: one transaction with its locks, events, change notifications and tasks. */
@NullMarked
package io.telamon.control.work;

import org.jspecify.annotations.NullMarked;
