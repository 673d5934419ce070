/** The maintenance windows of projects. */
@NullMarked
package io.telamon.control.maintenance;

import org.jspecify.annotations.NullMarked;
