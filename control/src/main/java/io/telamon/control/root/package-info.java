/** The root resource: what runs here, and who asks. */
@NullMarked
package io.telamon.control.root;

import org.jspecify.annotations.NullMarked;
