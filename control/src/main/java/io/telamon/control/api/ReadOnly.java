package io.telamon.control.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attributes that clients may send along with a request record although only the server sets them. They are
 * ignored, as {@code links} are everywhere.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadOnly {

    /** The attributes' names. */
    String[] value();
}
