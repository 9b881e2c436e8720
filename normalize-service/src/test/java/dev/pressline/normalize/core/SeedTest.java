package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.document.Violation;
import dev.pressline.normalize.repair.RepairSwitches;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The seed's ideal result, line by line. */
class SeedTest {

    private static final JsonNode SEED = Records.resource("seed.json");
    private static final Document IDEAL = Records.document(SEED, RepairSwitches.ALL);
    private static final Document CERTAIN = Records.document(SEED, RepairSwitches.CERTAIN_ONLY);

    @Test
    void title_ofSeed_isAsReceived() {
        assertThat(IDEAL.title())
                .isEqualTo("Notorious Surveillance Company Amazon Cancels Ring-Flock Partnership");
        assertThat(IDEAL.description()).isEmpty();
        assertThat(IDEAL.updatedAt()).isEmpty();
    }

    @Test
    void address_ofSeed_isSitePlusPath() {
        assertThat(IDEAL.site().kind()).isEqualTo("loose");
        assertThat(IDEAL.site().uri()).isEmpty();
        assertThat(IDEAL.site().url()).contains("https://www.fightforthefuture.org");
        assertThat(IDEAL.path()).contains(SEED.get("path").textValue());
        assertThat(IDEAL.canonicalUrl())
                .contains("https://www.fightforthefuture.org" + SEED.get("path").textValue());
    }

    @Test
    void date_ofSeed_isNoRepair() {
        assertThat(IDEAL.publishedAt()).contains(Instant.parse("2026-02-17T22:58:56Z"));
        assertThat(IDEAL.repairs()).extracting(Repair::field).doesNotContain("/publishedAt");
    }

    @Test
    void identity_ofSeed_comesFromTheEnvelope() {
        assertThat(IDEAL.uri()).isEqualTo(Records.SEED);
        assertThat(IDEAL.cid().orElseThrow().value())
                .isEqualTo("bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde");
        assertThat(IDEAL.authors())
                .extracting(Author::did, a -> a.handle().orElseThrow().value())
                .containsExactly(tuple(Records.SEED.did(), "fightforthefuture.org"));
    }

    @Test
    void tags_ofSeed_areGoneAndKeptInProvenance() {
        // Given
        List<Repair> repairs = repairsOf("/tags");

        // Then
        assertThat(IDEAL.tags()).isEmpty();
        assertThat(repairs)
                .extracting(Repair::rule, Repair::certainty)
                .containsExactly(
                        tuple("link-anchors-as-tags", Certainty.CERTAIN),
                        tuple("link-anchors-as-tags", Certainty.INFERRED));
        assertThat(repairs.getFirst().before()).isEqualTo(SEED.get("tags")).hasSize(17);
        assertThat(repairs.getFirst().after()).isEqualTo(repairs.get(1).before()).hasSize(10);
        assertThat(repairs.get(1).after()).isEmpty();
    }

    @Test
    void tags_withInferredRepairsOff_areTheOthersOnce() {
        assertThat(CERTAIN.tags())
                .containsExactly(
                        "announced",
                        "backlash",
                        "Immigration & Customs Enforcement (ICE)",
                        "abortion care",
                        "resistance",
                        "request camera footage from Ring users",
                        "temporarily succeeded in shutting down in 2024.",
                        "fftf.link/flockout",
                        "check out this toolkit");
        assertThat(CERTAIN.repairs()).extracting(Repair::certainty).containsOnly(Certainty.CERTAIN);
    }

    @Test
    void text_ofSeed_isRepairedByteForByte() throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(IDEAL.text().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("691d37e3940b4e3d337d51f1e09708e3f94ce9bdbfd4c226fea1c9ae460ad92f");
        assertThat(IDEAL.text()).hasSize(3_171);
        assertThat(IDEAL.text().split("\n\n")).hasSize(9);
        assertThat(IDEAL.words()).isEqualTo(483);
        assertThat(IDEAL.readingMinutes()).isEqualTo(3);
    }

    @Test
    void text_withInferredRepairsOff_lacksOnlyTheInferredBlank() {
        assertThat(CERTAIN.text()).isEqualTo(IDEAL.text().replace("for fueling", "forfueling"));
    }

    @Test
    void textRepairs_ofSeed_areEachListed() {
        assertThat(repairsOf("/textContent"))
                .extracting(Repair::rule, Repair::certainty, r -> r.after().textValue())
                .containsExactly(
                        tuple("link-loop", Certainty.CERTAIN, "Denver,"),
                        tuple("broken-link-destination", Certainty.CERTAIN, "Lowe’s."),
                        tuple("doubled-emphasis", Certainty.CERTAIN, "forfueling"),
                        tuple("doubled-emphasis", Certainty.INFERRED, "for fueling"),
                        tuple("bold-marks", Certainty.CERTAIN, "“You"),
                        tuple("bold-marks", Certainty.CERTAIN, "Future."),
                        tuple("anchor-address", Certainty.INFERRED, "https://fftf.link/flockout"));
    }

    @Test
    void body_ofSeed_isNineParagraphsTheFifthStrong() {
        List<Block> blocks = IDEAL.body().blocks();

        assertThat(IDEAL.body().source()).isEqualTo("text");
        assertThat(blocks).hasSize(9).allMatch(Block.Paragraph.class::isInstance);
        assertThat(((Block.Paragraph) blocks.get(4)).children())
                .singleElement()
                .isInstanceOf(Inline.Strong.class);
        assertThat(inlines(blocks))
                .filteredOn(Inline.Link.class::isInstance)
                .containsExactly(
                        new Inline.Link(
                                "https://fftf.link/flockout",
                                List.of(new Inline.Text("fftf.link/flockout"))));
        assertThat(inlines(blocks)).filteredOn(Inline.Strong.class::isInstance).hasSize(1);
    }

    @Test
    void summary_ofSeed_isTheFirstSentence() {
        Summary summary = IDEAL.summary().orElseThrow();

        assertThat(summary.source()).isEqualTo("first-sentences");
        assertThat(summary.text())
                .startsWith("Amazon Ring just announced")
                .endsWith("scores of retail businesses.");
    }

    @Test
    void links_ofSeed_areTheEighteenAnchorsInOrder() {
        assertThat(IDEAL.links())
                .extracting(LinkAnchor::text)
                .containsExactly(
                        "announced",
                        "backlash",
                        "Immigration & Customs Enforcement (ICE)",
                        "abortion care",
                        "Lowe’s",
                        "Eugene, OR",
                        "Evanston, IL",
                        "Scarsdale, NY",
                        "Oak Park, IL",
                        "Guthrie, OK",
                        "Austin, TX",
                        "Denver, CO",
                        "resistance",
                        "announced",
                        "request camera footage from Ring users",
                        "temporarily succeeded in shutting down in 2024.",
                        "fftf.link/flockout",
                        "check out this toolkit");
        assertThat(IDEAL.links())
                .filteredOn(link -> link.href().isPresent())
                .containsExactly(
                        new LinkAnchor(
                                "fftf.link/flockout",
                                Optional.of("https://fftf.link/flockout"),
                                Certainty.INFERRED));
    }

    @Test
    void links_withInferredRepairsOff_haveNoTarget() {
        assertThat(CERTAIN.links()).allMatch(link -> link.href().isEmpty());
        assertThat(inlines(CERTAIN.body().blocks())).noneMatch(Inline.Link.class::isInstance);
    }

    @Test
    void coverImage_ofSeed_isAsReceivedAndPending() {
        Blob cover = IDEAL.coverImage().orElseThrow();

        assertThat(HexFormat.of().formatHex(cover.cid().digest()))
                .startsWith("ef1e50f42da36326")
                .endsWith("efd6ffd4b881775f");
        assertThat(cover.mimeType()).isEqualTo("image/jpeg");
        assertThat(cover.size()).isEqualTo(131_397);
        assertThat(cover.width()).isEmpty();
        assertThat(cover.alt()).isEmpty();
        assertThat(cover.state()).isEqualTo(BlobState.PENDING);
    }

    @Test
    void discussionAndLanguage_ofSeed_areRead() {
        assertThat(IDEAL.discussion().orElseThrow().uri().toString())
                .isEqualTo(SEED.at("/bskyPostRef/uri").textValue());
        assertThat(IDEAL.discussion().orElseThrow().cid().orElseThrow().value())
                .isEqualTo(SEED.at("/bskyPostRef/cid").textValue());
        assertThat(IDEAL.language().orElseThrow().tag()).isEqualTo("en");
        assertThat(IDEAL.language().orElseThrow().source()).isEqualTo("detected");
    }

    @Test
    void violations_ofSeed_nameTheLongTagAndTheMarkup() {
        assertThat(IDEAL.violations())
                .extracting(Violation::field, Violation::constraint)
                .containsExactly(
                        tuple("/tags/4", "maxGraphemes"), tuple("/textContent", "plainText"));
    }

    @Test
    void prose_ofSeed_staysAsItIs() {
        assertThat(IDEAL.text())
                .contains("on the heals of", "Over two dozens cities", "ALRPs")
                .contains("“You know Flock’s", "Fight for the Future.");
        assertThat(SEED).isEqualTo(Records.resource("seed.json"));
    }

    private static List<Repair> repairsOf(String field) {
        return IDEAL.repairs().stream().filter(r -> r.field().equals(field)).toList();
    }

    private static List<Inline> inlines(List<Block> blocks) {
        List<Inline> inlines = new ArrayList<>();
        for (Block block : blocks) {
            inlines.addAll(((Block.Paragraph) block).children());
        }
        return inlines;
    }
}
