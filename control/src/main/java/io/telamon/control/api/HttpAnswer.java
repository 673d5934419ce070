package io.telamon.control.api;

import java.util.Map;

/**
 * A finished answer.
 *
 * @param headers in the order in which they are sent
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {}
