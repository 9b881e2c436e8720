package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.normalize.text.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A date later than the rev that wrote it, by more than any time zone explains: the rev's own time
 * takes its place, or the document would lead every feed for ever. The clock is never asked.
 */
final class FutureDate implements RepairRule {

    private static final RuleName NAME = RuleName.first("future-date");
    private static final List<String> FIELDS = List.of("/publishedAt", "/updatedAt");
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** Before this there were no repositories: an earlier rev tells no time. */
    private static final Instant FIRST_REPOSITORIES = Instant.parse("2022-01-01T00:00:00Z");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        Instant written = written(draft.facts()).truncatedTo(ChronoUnit.SECONDS);
        boolean derived = BareIdentity.isDerived(draft.facts().uri().did());
        if (derived || written.isBefore(FIRST_REPOSITORIES)) {
            return;
        }
        for (String field : FIELDS) {
            boolean future =
                    draft.text(field)
                            .flatMap(Dates::strict)
                            .filter(date -> date.isAfter(written.plus(TOLERANCE)))
                            .isPresent();
            if (future) {
                TextNode date = TextNode.valueOf(written.toString());
                draft.change(NAME, Certainty.INFERRED, field, date);
            }
        }
    }

    /**
     * The later of the rev and of the record key, if that tells a time: a rev may be a stand-in.
     */
    private static Instant written(RecordFacts facts) {
        Instant rev = facts.rev().instant();
        try {
            Instant key = Tid.parse(facts.uri().rkey().value()).instant();
            return key.isAfter(rev) ? key : rev;
        } catch (InvalidIdentifierException e) {
            return rev;
        }
    }
}
