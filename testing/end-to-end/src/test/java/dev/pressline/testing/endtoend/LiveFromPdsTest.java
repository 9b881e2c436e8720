package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people and administrators do at real PDSes, and what comes of it by every kind of source:
 * after each step the raw topic and the site say what the PDS says.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class LiveFromPdsTest {

    private static final String FIRST = Rows.rev(1);
    private static final String SECOND = Rows.rev(2);
    private static final String THIRD = Rows.rev(3);

    @TempDir static Path data;

    private static final List<Writer> WRITERS = new ArrayList<>();
    private static LiveNetwork network;
    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        PdsTestbed.requireInstalled(LiveFromPdsTest.class);
        network = LiveNetwork.start(Map.of());
        pipeline = RunningPipeline.start(data, network.environment());
        network.awaitStreams(pipeline);
        WRITERS.addAll(network.writers(pipeline, "writer"));
        WRITERS.add(network.listed(pipeline, "listed"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (pipeline != null) {
            pipeline.close();
        }
        if (network != null) {
            network.close();
        }
    }

    @Test
    @Order(1)
    void documents_created_areOnTheRawTopicAndOnTheSite() {
        assertAgreementAfter(
                writer -> {
                    writer.found();
                    writer.write(FIRST, "First");
                    writer.write(SECOND, "Second");
                });
    }

    @Test
    @Order(2)
    void document_updated_isShownAsItIsNow() {
        assertAgreementAfter(writer -> writer.write(FIRST, "First, edited"));
    }

    @Test
    @Order(3)
    void document_deleted_isGone() {
        assertAgreementAfter(writer -> writer.delete(SECOND));
    }

    @Test
    @Order(4)
    void account_deactivated_isHidden() {
        assertAgreementAfter(writer -> writer.account().deactivate());
    }

    @Test
    @Order(5)
    void account_reactivated_isBack() {
        assertAgreementAfter(writer -> writer.account().reactivate());
    }

    @Test
    @Order(6)
    void account_takenDown_isHidden() {
        assertAgreementAfter(writer -> writer.account().takeDown(true));
    }

    @Test
    @Order(7)
    void account_takenUpAgain_isBack() {
        assertAgreementAfter(writer -> writer.account().takeDown(false));
    }

    @Test
    @Order(8)
    void account_withANewHandle_staysAndWritesOn() {
        assertAgreementAfter(
                writer -> {
                    writer.account().changeHandle("new-" + writer.account().handle());
                    writer.write(THIRD, "Third");
                });
    }

    @Test
    @Order(9)
    void document_deletedWhileIngestWasDown_isGoneAfterwards() {
        // When
        pipeline.crash(Service.INGEST, () -> WRITERS.forEach(writer -> writer.delete(THIRD)));

        // Then
        assertAgreementAfter(writer -> {});
    }

    @Test
    @Order(10)
    void account_deleted_isGoneForGood() {
        assertAgreementAfter(writer -> writer.account().deleteForEver());
        assertThat(pipeline.deadLetters()).isZero();
    }

    private static void assertAgreementAfter(Consumer<Writer> change) {
        WRITERS.forEach(change);
        WRITERS.forEach(Writer::awaitRawTopic);
        pipeline.awaitQuiet();
        WRITERS.forEach(Writer::assertSiteAgrees);
    }
}
