package dev.pressline.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.pressline.kit",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule kit_knowsNoServiceAndNoNetwork =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.pressline.ingest..",
                            "dev.pressline.normalize..",
                            "dev.pressline.render..",
                            "dev.pressline.atproto..");

    @ArchTest
    static final ArchRule kit_hasNoChannelsOfItsOwn =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.eclipse.microprofile.reactive.messaging..",
                            "org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule store_isReachedThroughOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.pressline.kit.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.minio..", "okhttp3..");

    @ArchTest
    static final ArchRule packages_areFreeOfCycles =
            slices().matching("dev.pressline.kit.(*)..").should().beFreeOfCycles();
}
