package dev.pressline.normalize.repair;

import java.util.List;
import java.util.stream.Stream;

/** The rules in the order they run: what one leaves, the next may rely on. */
public final class RepairRules {

    /** What the conversion of a body relies on. */
    private static final List<RepairRule> STRUCTURE =
            List.of(
                    new MissingType(),
                    new UnsafeCharacters(),
                    new BlobReference(),
                    new SiteReference(),
                    new SiteAddress(),
                    new SiteSlash(),
                    new PathUrl(),
                    new PathTracking(),
                    new PathSlash());

    private static final List<RepairRule> TEXTS =
            List.of(new DirectionControls(), new Mojibake(), new EscapedText(), new EscapedTitle());

    /** Texts and dates, then what was lost from text and tags. */
    private static final List<RepairRule> FIELDS =
            List.of(
                    new DateSpelling(),
                    new FutureDate(),
                    new PostReference(),
                    new LinkAnchorTags(),
                    new OrphanBracket(),
                    new BrokenLinkDestination(),
                    new DoubledEmphasis(),
                    new BoldMarks(),
                    new AnchorAddress(),
                    new ExcerptFooterTags(),
                    new TagSigns(),
                    new EmptyTags(),
                    new DuplicateTags(),
                    new OverlongTags(),
                    new EmptyTitle());

    private static final List<RepairRule> OF_DOCUMENTS =
            Stream.of(List.<RepairRule>of(new TagShape()), TEXTS, FIELDS)
                    .flatMap(List::stream)
                    .toList();
    private static final List<RepairRule> OF_PUBLICATIONS =
            Stream.of(STRUCTURE, TEXTS).flatMap(List::stream).toList();

    private RepairRules() {}

    /** The rules for a document that run before its body is converted. */
    public static List<RepairRule> structure() {
        return STRUCTURE;
    }

    /** The rules for a document that run when it is known where its body comes from. */
    public static List<RepairRule> fields() {
        return OF_DOCUMENTS;
    }

    /** The rules for a publication. */
    public static List<RepairRule> publications() {
        return OF_PUBLICATIONS;
    }
}
