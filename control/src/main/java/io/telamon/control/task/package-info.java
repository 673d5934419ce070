/** Work that must happen later: rows with a due time and a lease, claimed by any node, safe to run twice. */
@NullMarked
package io.telamon.control.task;

import org.jspecify.annotations.NullMarked;
