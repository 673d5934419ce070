/** The operations that show events: filters, pages and views over the event log. */
@NullMarked
package io.telamon.control.event.query;

import org.jspecify.annotations.NullMarked;
