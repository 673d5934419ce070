/** The master key, what is encrypted under it, and random credentials. */
@NullMarked
package io.telamon.control.access.crypto;

import org.jspecify.annotations.NullMarked;
