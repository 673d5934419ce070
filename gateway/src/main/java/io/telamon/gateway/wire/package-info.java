/** Frames of the MongoDB wire protocol: reading, checking, compressing and writing them, without decoding what they carry. */
@NullMarked
package io.telamon.gateway.wire;

import org.jspecify.annotations.NullMarked;
