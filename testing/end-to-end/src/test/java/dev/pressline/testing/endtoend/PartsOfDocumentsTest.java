package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document whose body is a record of its own, which comes first, later, anew, or goes. */
@Timeout(300)
class PartsOfDocumentsTest {

    private static final String ENTRIES = "app.greengale.document";

    @TempDir static Path data;

    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        pipeline = RunningPipeline.start(data);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    private static String uri(String collection, String rkey) {
        return "at://" + Rows.DID + "/" + collection + "/" + rkey;
    }

    private static String document(String rkey, int rev) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document")
                .put("site", "https://parts.invalid")
                .put("path", "/" + rkey)
                .put("title", "In two records, " + rkey)
                .put("publishedAt", "2025-10-03T10:00:00Z")
                .put("textContent", "Flat words.");
        record.putObject("content")
                .put("$type", "app.greengale.document#contentRef")
                .put("uri", uri(ENTRIES, rkey));
        return row("site.standard.document", rkey, rev, record);
    }

    private static String entry(String rkey, int rev, String markdown) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", ENTRIES).put("content", markdown);
        return row(ENTRIES, rkey, rev, record);
    }

    private static String deletedEntry(String rkey, int rev) {
        ObjectNode row = ContractJson.mapper().createObjectNode();
        row.put("uri", uri(ENTRIES, rkey)).put("rev", Rows.rev(rev)).putNull("record");
        return row.toString();
    }

    private static String row(String collection, String rkey, int rev, ObjectNode record) {
        ObjectNode row = ContractJson.mapper().createObjectNode();
        row.put("uri", uri(collection, rkey)).put("rev", Rows.rev(rev)).set("record", record);
        return row.toString();
    }

    private static String page(String rkey) {
        return pipeline.text("/document/" + Rows.DID + "/" + rkey + "/");
    }

    @Test
    void document_beforeItsBody_isPrintedAnewWhenThatComesChangesAndGoes() {
        // Given
        pipeline.importRows(document("late", 1));
        assertThat(page("late")).contains("Flat words.");

        // When
        pipeline.crash(Service.NORMALIZE);
        pipeline.importRows(entry("late", 2, "The *first* body."));
        String first = page("late");
        pipeline.importRows(entry("late", 3, "The *second* body."));
        String second = page("late");
        pipeline.importRows(deletedEntry("late", 4));

        // Then
        assertThat(first).contains("The <em>first</em> body.").doesNotContain("Flat words.");
        assertThat(second).contains("The <em>second</em> body.");
        assertThat(page("late")).contains("Flat words.").doesNotContain("second");
        assertThat(pipeline.deadLetters()).isZero();
    }

    @Test
    void document_afterItsBody_isPrintedWithIt() {
        // When
        pipeline.importRows(entry("early", 1, "An *early* body."));
        pipeline.importRows(document("early", 2));

        // Then
        assertThat(page("early")).contains("An <em>early</em> body.");
    }
}
