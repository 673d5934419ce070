/** Private endpoint services of projects, and the private endpoints that clients connect to them. */
@NullMarked
package io.telamon.control.privatelink;

import org.jspecify.annotations.NullMarked;
