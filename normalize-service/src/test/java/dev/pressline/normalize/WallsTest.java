package dev.pressline.normalize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@AnalyzeClasses(
        packages = "dev.pressline.normalize",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String[] ADAPTERS = {
        "..normalize.stage..",
        "..normalize.blob..",
        "..normalize.event..",
        "..normalize.flood..",
        "..normalize.part..",
        "..normalize.lookup..",
        "..normalize.pending..",
        "..normalize.sweep.."
    };

    /** Everything but the adapters. */
    @ArchTest
    static final ArchRule core_isPure =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ADAPTERS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "io..",
                            "org.apache..",
                            "org.eclipse..",
                            "org.jboss..",
                            "java.net.http..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "dev.pressline.kit..",
                            "dev.pressline.atproto..");

    @ArchTest
    static final ArchRule core_hasNoClock =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ADAPTERS)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule channels_areHeldByStages =
            methods()
                    .that()
                    .areAnnotatedWith(Incoming.class)
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Stage");

    @ArchTest
    static final ArchRule normalize_knowsNoOtherService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.pressline.ingest..", "dev.pressline.render..");

    @ArchTest
    static final ArchRule packages_areFreeOfCycles =
            slices().matching("dev.pressline.normalize.(*)..").should().beFreeOfCycles();
}
