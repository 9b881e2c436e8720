package dev.pressline.normalize.core;

import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Summary;
import dev.pressline.normalize.blocks.Beginning;
import dev.pressline.normalize.blocks.Blobs;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.ContentConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.language.LanguageDetector;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.repair.RepairRules;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.text.Dates;
import dev.pressline.normalize.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalizes {@code site.standard.document}. Pure and thread-safe. */
final class DocumentNormalizer {

    private static final int SUMMARY_GRAPHEMES = 300;

    private final RepairSwitches switches;

    DocumentNormalizer(RepairSwitches switches) {
        this.switches = switches;
    }

    Document normalize(Subject subject) {
        Draft draft = new Draft(subject.record(), subject.facts(), switches);
        RepairRules.repairStructure(draft);
        Optional<Body> content = DocumentBody.ofContent(draft, context(subject, draft));
        content.ifPresent(body -> draft.bodyIsElsewhere(PlainText.of(body.blocks())));
        RepairRules.repairFields(draft);
        Body body =
                content.map(given -> RepairRules.repairBody(draft, given))
                        .orElseGet(() -> DocumentBody.ofText(draft, context(subject, draft)));
        return document(subject, draft, body, text(draft, content, body));
    }

    /** The words of a body; those of a content that stays as it is are known already. */
    private static String text(Draft draft, Optional<Body> content, Body body) {
        return content.filter(body::equals).isPresent()
                ? draft.bodyText()
                : PlainText.of(body.blocks());
    }

    private static ConversionContext context(Subject subject, Draft draft) {
        return new ConversionContext(subject.uri(), canonicalUrl(draft), subject.elsewhere());
    }

    private static Document document(Subject subject, Draft draft, Body body, String text) {
        int words = Words.count(text);
        Optional<String> description = Fields.words(draft, "/description");
        return new Document(
                subject.uri(),
                subject.cid(),
                subject.envelope().rev(),
                draft.text("/title").orElse(""),
                description,
                summary(description, body),
                draft.text("/publishedAt").flatMap(Dates::strict),
                draft.text("/updatedAt").flatMap(Dates::strict),
                canonicalUrl(draft),
                draft.text("/path"),
                Membership.site(draft),
                language(draft, text),
                draft.texts("/tags").orElse(List.of()),
                Authors.of(draft, subject.identity()),
                Fields.blob(draft, "/coverImage"),
                body,
                text,
                words,
                Words.minutes(words),
                Fields.discussion(draft),
                Fields.labels(draft, DocumentBody.labels(draft, context(subject, draft))),
                Blobs.in(body.blocks()),
                links(draft, body),
                Fields.showInDiscover(draft)
                        && DocumentBody.isListed(draft, context(subject, draft)),
                draft.repairs(),
                Violations.of(subject.record(), draft),
                Map.of());
    }

    private static Optional<String> canonicalUrl(Draft draft) {
        return draft.text("/site").flatMap(site -> CanonicalUrl.of(site, draft.text("/path")));
    }

    private static Optional<Summary> summary(Optional<String> description, Body body) {
        return description
                .map(given -> new Summary(given.strip(), "description"))
                .or(
                        () ->
                                Optional.of(Beginning.of(body.blocks(), SUMMARY_GRAPHEMES))
                                        .filter(beginning -> !beginning.isEmpty())
                                        .map(b -> new Summary(b, "first-sentences")));
    }

    private static Optional<Language> language(Draft draft, String text) {
        return Fields.declaredLanguage(draft)
                .or(() -> LanguageDetector.detect(text).map(tag -> new Language(tag, "detected")));
    }

    private static List<LinkAnchor> links(Draft draft, Body body) {
        return body.source().equals(ContentConverter.TEXT) && draft.readBlocks().isEmpty()
                ? LinkAnchors.of(draft)
                : LinkAnchors.of(body);
    }
}
