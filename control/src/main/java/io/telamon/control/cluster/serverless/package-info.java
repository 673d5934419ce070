/** The serverless view of clusters: its operations and records. */
@NullMarked
package io.telamon.control.cluster.serverless;

import org.jspecify.annotations.NullMarked;
