package dev.pressline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;

@AnalyzeClasses(
        packages = "dev.pressline.ingest",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule rows_areReadPurely =
            noClasses()
                    .that()
                    .resideInAPackage("..ingest.row..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "io..",
                            "org.apache..",
                            "org.jboss..",
                            "java.net..",
                            "dev.pressline.kit..",
                            "dev.pressline.atproto..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class, Files.class, InputStream.class);

    @ArchTest
    static final ArchRule ingest_knowsNoOtherService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.pressline.normalize..", "dev.pressline.render..");

    @ArchTest
    static final ArchRule packages_areFreeOfCycles =
            slices().matching("dev.pressline.ingest.(*)..").should().beFreeOfCycles();
}
