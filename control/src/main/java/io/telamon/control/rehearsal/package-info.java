/** What a tester may force: faults, the pace of states. */
@NullMarked
package io.telamon.control.rehearsal;

import org.jspecify.annotations.NullMarked;
