/** Documents in a deployment that speaks the MongoDB wire protocol and runs elsewhere: messages are sent on to it. */
@NullMarked
package io.telamon.engine.remote;

import org.jspecify.annotations.NullMarked;
