/** Ids of the resources of the control plane, besides those that the gateway has too. */
@NullMarked
package io.telamon.control.model;

import org.jspecify.annotations.NullMarked;
