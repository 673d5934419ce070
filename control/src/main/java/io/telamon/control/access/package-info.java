/** Who calls: authentication of requests, and the parts that it is made of put together. */
@NullMarked
package io.telamon.control.access;

import org.jspecify.annotations.NullMarked;
