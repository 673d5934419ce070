package io.telamon.control.store;

/** A value that is stored as text in one column. Its type has a public static method {@code parse} that reads the text. */
public interface StoredAsText {

    /** The text that is stored. */
    String storedText();
}
