/** The stage of the serverless sunset. */
@NullMarked
package io.telamon.control.calendar;

import org.jspecify.annotations.NullMarked;
