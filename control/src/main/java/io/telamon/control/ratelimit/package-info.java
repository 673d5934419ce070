/** Token buckets by endpoint set and scope. */
@NullMarked
package io.telamon.control.ratelimit;

import org.jspecify.annotations.NullMarked;
