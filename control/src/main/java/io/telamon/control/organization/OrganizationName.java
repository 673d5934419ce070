package io.telamon.control.organization;

/** What names of organizations and projects are made of: the documented pattern, and spaces, which were recorded. */
public final class OrganizationName {

    /** 1 to 64 characters, not only spaces. */
    public static final String PATTERN = "(?! *$)[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}";

    /** What a name must be, for violations. */
    public static final String EXPECTATION =
            "must have 1 to 64 letters, digits, spaces or -_.(),:&@+', and not spaces only";

    private OrganizationName() {}
}
