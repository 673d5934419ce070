package io.telamon.control.access;

/**
 * A request that may change who may do what.
 *
 * @param path below the base of the API
 * @param body JSON with single quotes, or empty
 */
record RightsMove(String method, String path, String body) {

    @Override
    public String toString() {
        return method + " " + path + (body.isEmpty() ? "" : " " + body);
    }
}
