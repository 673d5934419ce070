package io.telamon.control;

import io.telamon.control.rehearsal.Pace;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests against a control plane of their own each, which methods take as a parameter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ControlPlaneExtension.class)
public @interface WithControlPlane {

    /** How fast clusters move through their states. */
    Pace pace() default Pace.QUICK;
}
