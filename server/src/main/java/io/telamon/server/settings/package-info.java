/** What can be set: declared once, read from the command line, the environment and a file. */
@NullMarked
package io.telamon.server.settings;

import org.jspecify.annotations.NullMarked;
