package io.telamon.server.settings;

/**
 * A value that somebody gave to a setting.
 *
 * @param origin where it was given, for example {@code --port on the command line}
 */
record Given(String text, String origin) {}
