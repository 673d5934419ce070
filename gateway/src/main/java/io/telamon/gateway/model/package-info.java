/**
 * Ids and values that every module uses.
 *
 * <p>It refers to nothing but the JDK.
 */
@NullMarked
package io.telamon.gateway.model;

import org.jspecify.annotations.NullMarked;
