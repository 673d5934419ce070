/** The kernel: operations, versions, errors, and the request's path from socket to handler. */
@NullMarked
package io.telamon.control.api;

import org.jspecify.annotations.NullMarked;
