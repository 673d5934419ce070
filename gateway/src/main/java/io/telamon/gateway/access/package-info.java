/** What database users may do: roles resolved to privileges. */
@NullMarked
package io.telamon.gateway.access;

import org.jspecify.annotations.NullMarked;
