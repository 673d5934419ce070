/** Sample data that clients have loaded into clusters. */
@NullMarked
package io.telamon.control.sample;

import org.jspecify.annotations.NullMarked;
