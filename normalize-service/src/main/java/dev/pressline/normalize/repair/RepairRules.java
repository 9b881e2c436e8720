package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Body;
import java.util.List;
import java.util.stream.Stream;

/** The rules in the order they run: what one leaves, the next may rely on. */
public final class RepairRules {

    private static final int MAX_ROUNDS = 16;

    /** What the conversion of a body relies on. */
    private static final List<RepairRule> STRUCTURE =
            List.of(
                    new MissingType(),
                    new UnsafeCharacters(),
                    new BlobReference(),
                    SiteReference.ofSite(),
                    new MissingSite(),
                    new SiteAddress(),
                    new SiteSlash(),
                    new SiteRoot(),
                    new PathUrl(),
                    new PathTracking(),
                    new PathSlash());

    private static final List<RepairRule> TEXTS =
            List.of(new DirectionControls(), new Mojibake(), new EscapedText(), new EscapedTitle());

    /** Texts and dates, then what was lost from text and tags. */
    private static final List<RepairRule> FIELDS =
            List.of(
                    new HtmlText(),
                    new DateSpelling(),
                    new MissingDate(),
                    new FutureDate(),
                    new PostReference(),
                    new MdxLines(),
                    new LinkAnchorTags(),
                    new OrphanBracket(),
                    new BrokenLinkDestination(),
                    new DoubledEmphasis(),
                    new BoldMarks(),
                    new LinkMarks(),
                    new HeadingMarks(),
                    LineMarks.lists(),
                    LineMarks.quotations(),
                    InlineMarks.emphasis(),
                    InlineMarks.strikethrough(),
                    new AnchorAddress(),
                    new ExcerptFooterTags(),
                    new GluedTags(),
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
    private static final List<RepairRule> OF_SUBSCRIPTIONS =
            List.of(new MissingType(), new UnsafeCharacters(), SiteReference.ofSubscription());

    private RepairRules() {}

    /** Repairs what the conversion of a document's body relies on. */
    public static void repairStructure(Draft draft) {
        repair(draft, STRUCTURE);
    }

    /** Repairs the rest of a document, when it is known where its body comes from. */
    public static void repairFields(Draft draft) {
        repair(draft, OF_DOCUMENTS);
    }

    /** Repairs the body made of a content, once the other fields are repaired. */
    public static Body repairBody(Draft draft, Body body) {
        return RepeatedHeading.without(draft, body);
    }

    /** Repairs a publication. */
    public static void repairPublication(Draft draft) {
        repair(draft, OF_PUBLICATIONS);
    }

    /** Repairs a subscription. */
    public static void repairSubscription(Draft draft) {
        repair(draft, OF_SUBSCRIPTIONS);
    }

    /** Runs the rules until they find nothing more: damage may lie over damage. */
    private static void repair(Draft draft, List<RepairRule> rules) {
        boolean again = true;
        for (int round = 0; again && round < MAX_ROUNDS; round++) {
            int before = draft.changes();
            rules.forEach(rule -> rule.repair(draft));
            again = draft.changes() > before;
        }
    }

    /** The name of every rule, as provenance and configuration know them. */
    public static List<RuleName> names() {
        Stream<RuleName> others = Stream.of(LinkAnchorTags.TEXT_NAME, RepeatedHeading.NAME);
        return Stream.concat(all().stream().map(RepairRule::name), others).toList();
    }

    /** Every rule that works on fields, each once. */
    static List<RepairRule> all() {
        return Stream.concat(STRUCTURE.stream(), OF_DOCUMENTS.stream()).toList();
    }
}
