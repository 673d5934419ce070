/** API access lists: the addresses that a caller may come from. */
@NullMarked
package io.telamon.control.access.list;

import org.jspecify.annotations.NullMarked;
