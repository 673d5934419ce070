/** The commands of the embedded engine: checked, corrected where mongo-java-server answers wrong, and answered. */
@NullMarked
package io.telamon.engine.embedded.command;

import org.jspecify.annotations.NullMarked;
