/** Names that cloud providers give to what they run. */
@NullMarked
package io.telamon.control.cloud;

import org.jspecify.annotations.NullMarked;
