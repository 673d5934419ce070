/** API keys and the operations on them. */
@NullMarked
package io.telamon.control.access.apikey;

import org.jspecify.annotations.NullMarked;
