/** What dedicated clusters can be: the rules of their topology, hardware and settings, each with its code. */
@NullMarked
package io.telamon.control.cluster.rule;

import org.jspecify.annotations.NullMarked;
