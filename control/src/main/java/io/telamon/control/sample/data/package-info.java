/** The sample data sets: documents of our own, made anew each time and always the same, in the shape of the known ones. */
@NullMarked
package io.telamon.control.sample.data;

import org.jspecify.annotations.NullMarked;
