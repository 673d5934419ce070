/** What the control plane tells the data plane of: changes that live connections must be told of. */
@NullMarked
package io.telamon.control.notification;

import org.jspecify.annotations.NullMarked;
