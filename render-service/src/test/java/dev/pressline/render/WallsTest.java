package dev.pressline.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@AnalyzeClasses(
        packages = "dev.pressline.render",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String[] PURE = {
        "..render.defect..",
        "..render.feed..",
        "..render.html..",
        "..render.job..",
        "..render.page.."
    };

    @ArchTest
    static final ArchRule renderers_arePure =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "io..",
                            "org.apache.kafka.clients..",
                            "org.apache.kafka.streams..",
                            "org.eclipse..",
                            "org.jboss..",
                            "java.net.http..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "dev.pressline.kit..");

    @ArchTest
    static final ArchRule outputs_knowNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .or()
                    .resideInAPackage("..render.index..")
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
    static final ArchRule index_decidesWithoutKafka =
            noClasses()
                    .that()
                    .haveNameMatching(
                            ".*\\.index\\.(Account(Directory|Index)|Channel(Jobs|Marks|Order)"
                                    + "|Chapter(s|Start)|D(eletedEntries|epartures|irectoryIndex|uplicates)|Joining|KnownVersion|OrderKey"
                                    + "|SharedIndex|Sweeps|Visibility)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "io..",
                            "org.apache..",
                            "dev.pressline.kit.kafka..",
                            "dev.pressline.kit.stage..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(LargeValues.class, ObjectStore.class);

    @ArchTest
    static final ArchRule channels_areHeldByStages =
            methods()
                    .that()
                    .areAnnotatedWith(Incoming.class)
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Stage");

    @ArchTest
    static final ArchRule topology_isHeldByItsStage =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.index\\.Index(Stage|Topology)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Topology.class);

    @ArchTest
    static final ArchRule render_knowsNoOtherService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.pressline.ingest..",
                            "dev.pressline.normalize..",
                            "dev.pressline.atproto..");

    @ArchTest
    static final ArchRule packages_areFreeOfCycles =
            slices().matching("dev.pressline.render.(*)..").should().beFreeOfCycles();
}
