/** The definitions and states of search indexes of clusters, which nothing searches yet. */
@NullMarked
package io.telamon.control.search;

import org.jspecify.annotations.NullMarked;
