/** The gateway as a whole, met by a real driver and by bytes no driver would send. */
@NullMarked
package io.telamon.gateway;

import org.jspecify.annotations.NullMarked;
