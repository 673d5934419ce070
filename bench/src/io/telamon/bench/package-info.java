/** A load generator for HTTP servers that serve clusters, and the table that compares what it measured. Needs Linux. */
package io.telamon.bench;
