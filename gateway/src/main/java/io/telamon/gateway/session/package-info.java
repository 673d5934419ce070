/** What the gateway answers by itself: greeting, authentication, and questions about the connection and the server. */
@NullMarked
package io.telamon.gateway.session;

import org.jspecify.annotations.NullMarked;
