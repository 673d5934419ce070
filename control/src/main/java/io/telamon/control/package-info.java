/** The control plane: every API operation, and the rules and records behind them. */
@NullMarked
package io.telamon.control;

import org.jspecify.annotations.NullMarked;
