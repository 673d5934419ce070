/** Service accounts and the operations on them. */
@NullMarked
package io.telamon.control.access.serviceaccount;

import org.jspecify.annotations.NullMarked;
