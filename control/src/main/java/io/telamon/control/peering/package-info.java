/** The networks of projects at cloud providers: containers, peering connections, and settings of private addresses. */
@NullMarked
package io.telamon.control.peering;

import org.jspecify.annotations.NullMarked;
