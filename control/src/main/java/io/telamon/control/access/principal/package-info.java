/** Principals: what API keys and service accounts have in common. */
@NullMarked
package io.telamon.control.access.principal;

import org.jspecify.annotations.NullMarked;
