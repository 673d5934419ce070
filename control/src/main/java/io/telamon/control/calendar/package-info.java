/** The day that decides which versions have ended, and the stage of the serverless sunset. */
@NullMarked
package io.telamon.control.calendar;

import org.jspecify.annotations.NullMarked;
