/**
 * What is stored of passwords (RFC 5802), and how it is derived from them.
 */
@NullMarked
package io.telamon.gateway.credential;

import org.jspecify.annotations.NullMarked;
