/** Principals: what API keys, service accounts and people have in common. */
@NullMarked
package io.telamon.control.access.principal;

import org.jspecify.annotations.NullMarked;
