package io.telamon.control.monitoring;

/**
 * Something that is measured.
 *
 * @param scope what it is measured of
 * @param name as recorded
 * @param units as recorded
 */
record Measurement(Scope scope, String name, String units, Source source) {

    /** What measurements are of. */
    enum Scope {
        PROCESS,
        DISK,
        DATABASE
    }
}
