/** What is limited in a project, and what counts the use of it. */
@NullMarked
package io.telamon.control.limit;

import org.jspecify.annotations.NullMarked;
