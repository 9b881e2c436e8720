package dev.pressline.testing.endtoend;

import static dev.pressline.testing.endtoend.AccountOnSite.DOCUMENTS;
import static dev.pressline.testing.endtoend.AccountOnSite.PUBLICATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.local.process.Patience;
import dev.pressline.testing.endtoend.PdsAccount.Listed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline makes of repositories on a real PDS, and of what their owners do there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class BackfillFromPdsTest {

    private static final String SECOND = Rows.rev(2);
    private static final String THIRD = Rows.rev(3);

    /** A blob that is late is looked at again after half a minute. */
    private static final Patience A_WHILE =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(500));

    @TempDir static Path data;

    private static PdsTestbed pds;
    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        PdsTestbed.requireInstalled(BackfillFromPdsTest.class);
        pds = PdsTestbed.start();
        pipeline = RunningPipeline.start(data, pds.environment());
    }

    @AfterAll
    static void stop() throws Exception {
        if (pipeline != null) {
            pipeline.close();
        }
        if (pds != null) {
            pds.close();
        }
    }

    @Test
    @Order(1)
    void repos_ofDidPlcAndDidWeb_becomeWhatThePdsLists() {
        for (PdsAccount account : pds.accounts()) {
            // Given
            account.put(DOCUMENTS, SECOND, document(account, "Second"));

            // When
            JsonNode state = pipeline.backfill(account.did());

            // Then
            assertThat(state.path("phase").asText()).as(state.toString()).isEqualTo("done");
            assertThat(state.path("records").asInt()).isEqualTo(3);
            assertShowsWhatIsListed(account);
        }
    }

    @Test
    @Order(2)
    void blobs_ofThePds_areKeptWithTheBytesOfTheirCid() {
        for (PdsAccount account : pds.accounts()) {
            // Given
            Listed seeded = account.list(DOCUMENTS).get(seededKey(account));
            String icon = blob(only(account, PUBLICATIONS), "icon");
            String cover = blob(seeded, "coverImage");

            // When
            A_WHILE.await("the cover of " + account.did(), () -> coverStored(account, seeded));

            // Then
            for (String cid : List.of(icon, cover)) {
                String name = account.did() + "/" + cid;
                assertThat(pipeline.kept().get("originals/" + name))
                        .as(cid)
                        .isEqualTo(HexFormat.of().formatHex(Cid.parse(cid).digest()));
                assertThat(pipeline.site()).containsKey("blobs/" + name);
            }
        }
    }

    @Test
    @Order(3)
    void repos_changedAndReadAgain_showUpdatesAndAdditionsAndLoseWhatWasDeleted() {
        for (PdsAccount account : pds.accounts()) {
            // Given
            String seeded = seededKey(account);
            account.put(DOCUMENTS, SECOND, document(account, "Second, edited"));
            account.put(DOCUMENTS, THIRD, document(account, "Third"));
            account.delete(DOCUMENTS, seeded);

            // When
            JsonNode state = pipeline.backfill(account.did());

            // Then
            assertThat(state.path("deleted").asInt()).as(state.toString()).isEqualTo(1);
            assertShowsWhatIsListed(account);
            assertThat(pipeline.text(page(account, SECOND))).contains("Second, edited");
            assertThat(pipeline.get(page(account, seeded)).statusCode()).isEqualTo(410);
            assertThat(pipeline.text(site(account).feed()))
                    .contains("Third")
                    .doesNotContain("Hello, world");
        }
    }

    @Test
    @Order(4)
    void repos_unchangedAndReadAgain_changeNothing() {
        // Given
        Map<String, String> before = pipeline.site();

        // When
        pds.accounts().forEach(account -> pipeline.backfill(account.did()));

        // Then
        assertThat(pipeline.site()).isEqualTo(before);
        assertThat(pipeline.deadLetters()).isZero();
    }

    @Test
    @Order(5)
    void handle_ofATopLevelDomainForTests_isRefusedWithTheReason() {
        JsonNode state = pipeline.backfill(pds.accounts().getFirst().handle());

        assertThat(state.path("phase").asText()).isEqualTo("refused");
        assertThat(state.path("detail").asText()).contains("never resolved");
    }

    private static void assertShowsWhatIsListed(PdsAccount account) {
        Map<String, Listed> listed = account.list(DOCUMENTS);
        assertThat(site(account).shown()).isEqualTo(listed.keySet());
        listed.forEach(
                (rkey, record) -> {
                    JsonNode document = normalized(account, rkey);
                    assertThat(document.path("cid").asText()).isEqualTo(record.cid());
                    assertThat(document.path("title")).isEqualTo(record.value().path("title"));
                    assertThat(document.path("text")).isEqualTo(record.value().path("textContent"));
                    assertThat(document.path("canonicalUrl").asText())
                            .isEqualTo(
                                    "https://blog.example.test"
                                            + record.value().path("path").asText());
                    assertThat(pipeline.get(page(account, rkey)).statusCode()).isEqualTo(200);
                });
    }

    private static AccountOnSite site(PdsAccount account) {
        return new AccountOnSite(pipeline, account);
    }

    private static ObjectNode document(PdsAccount account, String title) {
        return site(account).newDocument(only(account, PUBLICATIONS).rkey(), title);
    }

    private static Listed only(PdsAccount account, String collection) {
        return account.list(collection).values().iterator().next();
    }

    private static String seededKey(PdsAccount account) {
        return account.list(DOCUMENTS).values().stream()
                .filter(each -> each.value().path("title").asText().equals("Hello, world"))
                .findFirst()
                .orElseThrow()
                .rkey();
    }

    private static String blob(Listed record, String field) {
        return record.value().at('/' + field + "/ref/$link").asText();
    }

    /** Empty while the document is out with its cover pending. */
    private static Optional<JsonNode> coverStored(PdsAccount account, Listed seeded) {
        return Optional.of(normalized(account, seeded.rkey()))
                .filter(each -> each.at("/coverImage/state").asText().equals("stored"));
    }

    private static JsonNode normalized(PdsAccount account, String rkey) {
        return site(account).document(rkey);
    }

    private static String page(PdsAccount account, String rkey) {
        return site(account).page(rkey);
    }
}
