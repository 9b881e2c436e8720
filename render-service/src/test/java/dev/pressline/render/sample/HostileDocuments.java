package dev.pressline.render.sample;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Did;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Documents of all kinds of blocks whose every text is an attack; the same for the same seed. */
public final class HostileDocuments {

    /** Texts that broke somebody once. */
    public static final List<String> ATTACKS =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "' onmouseover='alert(1)",
                    "</title><script>alert(1)</script>",
                    "</textarea><svg/onload=alert(1)>",
                    "<!--><img src=x onerror=alert(1)>-->",
                    "]]><script>alert(1)</script><![CDATA[",
                    "<![CDATA[<b>]]>",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "&#60;script&#62;",
                    "javascript:alert(1)",
                    "\u0000\u0001\u0008\u000b\u001f\uFFFE\uFFFF",
                    "lone \uD83D high and \uDE00 low",
                    "\u202Ereversed",
                    "a\r\nb\tc\u0085d\u2028e\u2029f",
                    "{{7*7}} ${7*7} #{7*7}",
                    "😀 𝕳 é ﷽");

    private static final List<String> URLS =
            List.of(
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    " javascript:alert(1)",
                    "\u0001javascript:alert(1)",
                    "java\nscript:alert(1)",
                    "data:text/html,<script>alert(1)</script>",
                    "vbscript:msgbox(1)",
                    "//evil.example/x",
                    "/relative",
                    "https://",
                    "https://a.example/\"onclick=\"alert(1)",
                    "https://a.example/<script>",
                    "https://a.example/x y\u0000z\uD800",
                    "https://user:pw@a.example:81/x?y=1&z=2#f",
                    "HTTP://A.EXAMPLE/",
                    "mailto:a@example.org?subject=<b>");

    private static final int KINDS = 19;
    private static final int DEEPEST = 4;

    private final Random random;

    private HostileDocuments(long seed) {
        random = new Random(seed);
    }

    /** The document of a seed. */
    public static Document of(long seed) {
        HostileDocuments hostile = new HostileDocuments(seed);
        Block[] blocks = hostile.blocks(0, 12).toArray(Block[]::new);
        return Samples.document("hostile-" + seed)
                .title(hostile.attack())
                .description(hostile.attack())
                .canonicalUrl(Optional.of(hostile.url()))
                .language(Optional.of(hostile.attack()))
                .tags(hostile.attack(), hostile.attack())
                .authors(
                        new Author(
                                Did.parse(Samples.DID),
                                Optional.empty(),
                                Optional.of(hostile.attack()),
                                Optional.of(hostile.attack())))
                .cover(Samples.blob("cover", 3, 2, BlobState.STORED))
                .blocks(blocks)
                .build();
    }

    private String attack() {
        return ATTACKS.get(random.nextInt(ATTACKS.size()));
    }

    private String url() {
        return URLS.get(random.nextInt(URLS.size()));
    }

    private List<Block> blocks(int depth, int most) {
        List<Block> blocks = new ArrayList<>();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            blocks.add(block(depth));
        }
        return blocks;
    }

    private Block block(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? KINDS : 12);
        return switch (kind) {
            case 0 -> new Block.Heading(random.nextInt(9) - 1, inlines(0));
            case 1 -> new Block.Code(Optional.of(attack()), attack());
            case 2 -> new Block.Math(attack());
            case 3 -> new Block.Image(picture(), inlines(0));
            case 4 -> new Block.Gallery(List.of(picture(), picture()));
            case 5 -> new Block.Embed(url(), Optional.of(attack()), Optional.of(attack()));
            case 6 -> new Block.PostReference(attack(), Optional.of(url()));
            case 7 -> new Block.Button(attack(), url());
            case 8 -> new Block.Rule();
            case 9 -> new Block.PageBreak();
            case 10 -> new Block.Unknown(attack());
            case 11 -> new Block.Paragraph(inlines(0));
            case 12 -> new Block.Quote(blocks(depth + 1, 3));
            case 13 -> new Block.Callout(Optional.of(attack()), blocks(depth + 1, 3));
            case 14 ->
                    new Block.ItemList(
                            random.nextBoolean(),
                            random.nextInt(),
                            List.of(new Block.ListItem(blocks(depth + 1, 3))));
            case 15 ->
                    new Block.TaskList(
                            List.of(
                                    new Block.TaskItem(
                                            random.nextBoolean(), blocks(depth + 1, 3))));
            case 16 -> table(depth);
            case 17 -> new Block.Footnote(attack(), blocks(depth + 1, 2));
            case 18 -> random.nextInt(8) == 0 ? new Block.MembersOnlyBreak() : new Block.Rule();
            default -> throw new IllegalStateException("no kind " + kind);
        };
    }

    private Block table(int depth) {
        Block.TableCell cell =
                new Block.TableCell(
                        random.nextBoolean(),
                        random.nextInt(),
                        random.nextInt(),
                        blocks(depth + 1, 2));
        return new Block.Table(List.of(new Block.TableRow(List.of(cell, cell))));
    }

    private Picture picture() {
        BlobState state = BlobState.values()[random.nextInt(BlobState.values().length)];
        return random.nextBoolean()
                ? new Picture(
                        Optional.of(Samples.blob(attack(), 4, 3, state)),
                        Optional.empty(),
                        attack())
                : new Picture(Optional.empty(), Optional.of(url()), attack());
    }

    private List<Inline> inlines(int depth) {
        List<Inline> inlines = new ArrayList<>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            inlines.add(inline(depth));
        }
        return inlines;
    }

    private Inline inline(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 12 : 5)) {
            case 0 -> new Inline.Code(attack());
            case 1 -> new Inline.Math(attack());
            case 2 -> new Inline.FootnoteReference(attack());
            case 3 -> new Inline.LineBreak();
            case 4 -> new Inline.Text(attack());
            case 5 -> new Inline.Strong(inlines(depth + 1));
            case 6 -> new Inline.Emphasis(inlines(depth + 1));
            case 7 -> new Inline.Underline(inlines(depth + 1));
            case 8 -> new Inline.Strikethrough(inlines(depth + 1));
            case 9 -> new Inline.Highlight(inlines(depth + 1));
            case 10 -> new Inline.Link(url(), inlines(depth + 1));
            default -> new Inline.Mention(Did.parse("did:web:a%3A1"), inlines(depth + 1));
        };
    }
}
