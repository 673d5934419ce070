package io.telamon.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The arrows between the modules, as {@code docs/architecture.md} draws them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String GATEWAY = "io.telamon.gateway..";
    private static final String GATEWAY_PUBLISHED = "io.telamon.gateway.spi..";
    private static final String ENGINE = "io.telamon.engine..";
    private static final String CONTROL = "io.telamon.control..";
    private static final String SERVER = "io.telamon.server..";

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
        var gatewayInternals = resideInAPackage(GATEWAY).and(not(resideInAPackage(GATEWAY_PUBLISHED)));
        holds(noClasses().that().resideInAnyPackage(ENGINE, CONTROL).should().dependOnClassesThat(gatewayInternals));
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
    void packagesOfControlFormNoCycle() {
        holds(slices().matching("io.telamon.control.(**)").should().beFreeOfCycles());
    }

    @Test
    void packagesAreNamedForWhatTheyHold() {
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager.."));
    }

    /** Checks a rule; it may concern no class yet. */
    private void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(telamon);
    }
}
