/** Private endpoints of serverless instances. */
@NullMarked
package io.telamon.control.endpoint;

import org.jspecify.annotations.NullMarked;
