package dev.pressline.render.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Theme;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sample documents and publications, of our own writing. */
public final class Samples {

    /** The account of all samples. */
    public static final String DID = "did:plc:z72i7hdynmk6r22z27h6tvur";

    private static final String COLLECTION = "/site.standard.document/";

    private Samples() {}

    /** The AT-URI of a sample document. */
    public static String uri(String rkey) {
        return "at://" + DID + COLLECTION + rkey;
    }

    /** A document under construction. */
    public static DocumentBuilder document(String rkey) {
        return new DocumentBuilder(uri(rkey));
    }

    /** A paragraph of plain text. */
    public static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text)));
    }

    /** A paragraph. */
    public static Block.Paragraph paragraph(Inline... children) {
        return new Block.Paragraph(List.of(children));
    }

    /** Plain text. */
    public static Inline text(String text) {
        return new Inline.Text(text);
    }

    /** A heading. */
    public static Block.Heading heading(int level, String text) {
        return new Block.Heading(level, List.of(new Inline.Text(text)));
    }

    /** A link. */
    public static Inline link(String href, String text) {
        return new Inline.Link(href, List.of(new Inline.Text(text)));
    }

    /** A blob whose CID is that of its name. */
    public static Blob blob(String name, int width, int height, BlobState state) {
        return new Blob(
                cid(name),
                "image/png",
                48_213,
                Optional.of(width),
                Optional.of(height),
                Optional.empty(),
                state);
    }

    /** The CID of a text as raw bytes. */
    public static Cid cid(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Cid.of(Cid.Codec.RAW, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture of a stored blob. */
    public static Picture picture(String name, int width, int height, String alt) {
        return new Picture(
                Optional.of(blob(name, width, height, BlobState.STORED)), Optional.empty(), alt);
    }

    /** The author of the samples. */
    public static Author author() {
        return new Author(
                Did.parse(DID),
                Optional.of(Handle.parse("ada.press.example")),
                Optional.of("Ada Compositor"),
                Optional.empty());
    }

    /** A publication of these colours. */
    public static Publication publication(Optional<Theme> theme) {
        return new Publication(
                AtUri.parse("at://" + DID + "/site.standard.publication/press"),
                Optional.empty(),
                Tid.MIN,
                Optional.of("https://press.example"),
                "The Composing Room",
                Optional.of("Notes from a small print shop, on type, paper and patience."),
                Optional.empty(),
                theme,
                Optional.of(new Language("en", "declared")),
                true,
                List.of(),
                VerificationLevel.WELL_KNOWN,
                List.of(),
                List.of(),
                Map.of());
    }

    /** A document that was repaired. */
    public static Document repaired() {
        return document("repaired")
                .title("Notorious Machine Put to Rest")
                .authors(author())
                .blocks(
                        paragraph(
                                "The old platen press at the back of the shop has printed its last"
                                        + " handbill. It ran for a hundred and four years, through"
                                        + " two floods and one fire, and it was loud."),
                        paragraph(
                                text(
                                        "Its type goes to the museum. Those who want to see it may"
                                                + " visit "),
                                link("https://museum.example/press", "museum.example/press"),
                                text(".")))
                .repairs(
                        repair(
                                "/tags",
                                "link-anchors-as-tags",
                                Certainty.CERTAIN,
                                array("announced", "Eugene, OR, [Evanston, IL"),
                                array("announced")),
                        repair(
                                "/textContent",
                                "broken-link-destination",
                                Certainty.CERTAIN,
                                string("through two floods](https://the flood.) and one fire"),
                                string("through two floods and one fire")),
                        repair(
                                "/textContent",
                                "bare-domain-link",
                                Certainty.INFERRED,
                                string("visit museum.example/press."),
                                string("visit https://museum.example/press.")))
                .links(
                        new LinkAnchor("announced", Optional.empty(), Certainty.INFERRED),
                        new LinkAnchor("two floods", Optional.empty(), Certainty.CERTAIN))
                .build();
    }

    /** A document in a language that runs from right to left. */
    public static Document arabic() {
        return document("arabic")
                .title("في صناعة الكتاب")
                .language(Optional.of("ar"))
                .authors(author())
                .description("ما الذي تدين به الصفحة لقارئها؟")
                .tags("طباعة", "خط")
                .blocks(
                        paragraph(
                                "الصفحة الجيدة لا تلفت النظر إلى نفسها. هي تترك القارئ وحده مع"
                                        + " النص، وتحفظ له مكانه، وتدله على بداية السطر التالي"
                                        + " دون أن يشعر."),
                        heading(2, "الهامش والسطر"),
                        paragraph(
                                text("طول السطر هو أول ما يُختار، وبعده المسافة بين السطور. "),
                                link("https://museum.example/", "هنا"),
                                text(" مثال قديم.")),
                        new Block.Quote(List.of(paragraph("الخط لسان اليد."))),
                        new Block.ItemList(
                                true,
                                1,
                                List.of(item(paragraph("الورق")), item(paragraph("الحبر")))),
                        new Block.Unknown("example.block.poll"))
                .build();
    }

    /** An item of a list. */
    public static Block.ListItem item(Block... children) {
        return new Block.ListItem(List.of(children));
    }

    /** A row of a table. */
    public static Block.TableRow row(boolean header, String... cells) {
        return new Block.TableRow(
                Arrays.stream(cells)
                        .map(
                                cell ->
                                        new Block.TableCell(
                                                header, 1, 1, List.<Block>of(paragraph(cell))))
                        .toList());
    }

    private static Repair repair(
            String field, String rule, Certainty certainty, JsonNode before, JsonNode after) {
        return new Repair(field, rule, 1, certainty, before, after);
    }

    private static JsonNode string(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode array(String... texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(texts).forEach(array::add);
        return array;
    }
}
