package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Theme;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.repair.RepairRules;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Normalizes {@code site.standard.publication}. Pure and thread-safe. */
final class PublicationNormalizer {

    private final RepairSwitches switches;

    PublicationNormalizer(RepairSwitches switches) {
        this.switches = switches;
    }

    Publication normalize(Subject subject) {
        Draft draft = new Draft(subject.record(), subject.facts(), switches);
        RepairRules.repairPublication(draft);
        return new Publication(
                subject.uri(),
                subject.cid(),
                subject.envelope().rev(),
                draft.text("/url").flatMap(url -> CanonicalUrl.of(url, Optional.empty())),
                draft.text("/name").orElse(""),
                Fields.words(draft, "/description"),
                Fields.blob(draft, "/icon"),
                theme(draft.get("/basicTheme")),
                Fields.declaredLanguage(draft),
                Fields.showInDiscover(draft),
                Fields.labels(draft),
                VerificationLevel.UNVERIFIED,
                draft.repairs(),
                Violations.of(subject.record(), draft),
                Map.of());
    }

    /** The four colours, if all of them can be read. */
    private static Optional<Theme> theme(JsonNode theme) {
        List<String> colours =
                Stream.of("background", "foreground", "accent", "accentForeground")
                        .flatMap(name -> colour(theme.path(name)).stream())
                        .toList();
        return colours.size() < 4
                ? Optional.empty()
                : Optional.of(
                        new Theme(colours.get(0), colours.get(1), colours.get(2), colours.get(3)));
    }

    private static Optional<String> colour(JsonNode colour) {
        List<Integer> parts =
                Stream.of("r", "g", "b")
                        .map(colour::path)
                        .filter(part -> part.isInt() && part.intValue() >= 0)
                        .map(JsonNode::intValue)
                        .filter(part -> part <= 255)
                        .toList();
        return parts.size() < 3
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "#%02x%02x%02x",
                                parts.get(0),
                                parts.get(1),
                                parts.get(2)));
    }
}
