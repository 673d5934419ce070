package io.telamon.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.telamon.control.ControlPlane;
import io.telamon.control.IdentityModule;
import io.telamon.control.access.AccessModule;
import io.telamon.gateway.spi.directory.Placements;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The arrows between the modules, as {@code docs/architecture.md} draws them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final int MOST_PARAMETERS = 6;
    private static final String GATEWAY = "io.telamon.gateway..";
    private static final String MODEL = "io.telamon.gateway.model";
    private static final String CREDENTIAL = "io.telamon.gateway.credential";
    private static final String API = "io.telamon.gateway.api";
    private static final String DIRECTORY_SPI = "io.telamon.gateway.spi.directory";
    private static final String ENGINE_SPI = "io.telamon.gateway.spi.engine";
    private static final String THREAD = "io.telamon.gateway.thread";
    private static final String ENGINE = "io.telamon.engine..";
    private static final String CONTROL = "io.telamon.control..";
    private static final String ACCESS = "io.telamon.control.access";
    private static final String ACCESS_PARTS = "io.telamon.control.access.*..";
    private static final String SERVER = "io.telamon.server..";

    /** Every package is a slice of its own, those of the modules themselves included. */
    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };

    private JavaClasses telamon;

    @BeforeAll
    void read() {
        telamon = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.telamon");
    }

    @Test
    void gatewayKnowsNoOtherModule() {
        holds(noClasses()
                .that()
                .resideInAPackage(GATEWAY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, CONTROL, SERVER));
    }

    @Test
    void engineAndControlKnowOnlyWhatTheGatewayPublishes() {
        holds(noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat(ofGatewayBut(
                        resideInAnyPackage(MODEL, ENGINE_SPI, THREAD).or(type(Placements.class)))));
        holds(noClasses()
                .that()
                .resideInAPackage(CONTROL)
                .should()
                .dependOnClassesThat(
                        ofGatewayBut(resideInAnyPackage(MODEL, CREDENTIAL, API, DIRECTORY_SPI, ENGINE_SPI, THREAD))));
    }

    private static DescribedPredicate<JavaClass> ofGatewayBut(DescribedPredicate<JavaClass> published) {
        return resideInAPackage(GATEWAY).and(not(published));
    }

    @Test
    void publishedPackagesKnowOnlyTheSimplerOnes() {
        knowsOfTelamonOnly(MODEL);
        knowsOfTelamonOnly(THREAD);
        knowsOfTelamonOnly(CREDENTIAL);
        knowsOfTelamonOnly(ENGINE_SPI, MODEL);
        knowsOfTelamonOnly(DIRECTORY_SPI, MODEL, CREDENTIAL);
        knowsOfTelamonOnly(API, MODEL);
    }

    private void knowsOfTelamonOnly(String published, String... simpler) {
        holds(noClasses()
                .that()
                .resideInAPackage(published)
                .should()
                .dependOnClassesThat(resideInAPackage("io.telamon..")
                        .and(not(resideInAPackage(published).or(resideInAnyPackage(simpler))))));
    }

    @Test
    void modelKnowsNoLibrary() {
        var jdkOrAnnotation = resideInAnyPackage(MODEL, "java..", "org.jspecify.annotations");
        holds(noClasses().that().resideInAPackage(MODEL).should().dependOnClassesThat(not(jdkOrAnnotation)));
    }

    @Test
    void engineAndControlDoNotKnowEachOtherNorTheServer() {
        holds(noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(CONTROL, SERVER)));
        holds(noClasses()
                .that()
                .resideInAPackage(CONTROL)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENGINE, SERVER)));
    }

    @Test
    void packagesFormNoCycle() {
        holds(slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles());
    }

    @Test
    void partsOfAccessDoNotKnowWhatPutsThemTogether() {
        holds(noClasses().that().resideInAPackage(ACCESS_PARTS).should().dependOnClassesThat(resideInAPackage(ACCESS)));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ACCESS)
                .and()
                .doNotBelongToAnyOf(IdentityModule.class, ControlPlane.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(AccessModule.class));
    }

    @Test
    void packagesAreNamedForWhatTheyHold() {
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager.."));
    }

    /** What needs more is several things, or wants a record for some of it. Records and enumerations are such a thing. */
    @Test
    void constructorsHaveSixParametersAtMost() {
        ArchCondition<JavaConstructor> small = new ArchCondition<>("have six parameters at most") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int parameters = constructor.getRawParameterTypes().size();
                String message = constructor.getFullName() + " has " + parameters;
                events.add(new SimpleConditionEvent(constructor, parameters <= MOST_PARAMETERS, message));
            }
        };
        holds(constructors()
                .that()
                .areDeclaredInClassesThat()
                .areNotRecords()
                .and()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .should(small));
    }

    /** An id has a type of its own, so that none is taken for another. The records of JSON bodies have what JSON has. */
    @Test
    void parametersNamedIdAreNotStrings() {
        ArchCondition<JavaCodeUnit> typed = new ArchCondition<>("have no parameter that is a String and named an id") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (Parameter parameter : executable(unit).getParameters()) {
                    boolean untyped = parameter.getType() == String.class
                            && parameter.getName().endsWith("Id");
                    String message = unit.getFullName() + " takes " + parameter;
                    events.add(new SimpleConditionEvent(unit, !untyped, message));
                }
            }
        };
        holds(constructors()
                .that()
                .areDeclaredInClassesThat()
                .areNotRecords()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(typed));
        holds(methods().that().doNotHaveModifier(JavaModifier.SYNTHETIC).should(typed));
    }

    private static Executable executable(JavaCodeUnit unit) {
        return unit instanceof JavaMethod method ? method.reflect() : ((JavaConstructor) unit).reflect();
    }

    /** Checks a rule, which must concern some class. */
    private void holds(ArchRule rule) {
        rule.check(telamon);
    }
}
