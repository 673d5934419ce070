/** The flex view of clusters: its operations and records. */
@NullMarked
package io.telamon.control.cluster.flex;

import org.jspecify.annotations.NullMarked;
