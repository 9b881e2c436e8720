package dev.pressline.atproto.repo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.pressline.atproto.repo",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule repository_knowsTheContractAndItsTwoLibrariesAlone =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.pressline.atproto.repo..",
                            "dev.pressline.contract.identifier..",
                            "com.fasterxml.jackson.core..",
                            "org.bouncycastle..",
                            "org.jspecify..",
                            "java..");
}
