/** The data folder: its lock, and the files in it that are not the database's. */
@NullMarked
package io.telamon.server.data;

import org.jspecify.annotations.NullMarked;
