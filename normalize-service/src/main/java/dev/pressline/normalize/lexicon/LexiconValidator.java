package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Violation;
import java.util.List;

/**
 * Says what in a record breaks its lexicon, to report it and never to reject the record. A {@code
 * $type} that no lexicon is known for breaks nothing. Immutable and thread-safe.
 *
 * @see <a href="https://atproto.com/specs/lexicon">AT Protocol: lexicon</a>
 */
public final class LexiconValidator {

    /** The most violations that are reported of one record. */
    public static final int MOST = 100;

    private final Lexicons lexicons;

    /** A validator by these lexicons. */
    public LexiconValidator(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** A validator by the lexicons that are part of this service. */
    public static LexiconValidator bundled() {
        return new LexiconValidator(Lexicons.bundled());
    }

    /**
     * Every violation of a record, in the order of the lexicon, at most {@link #MOST}. Beyond the
     * letter of the language, a member of an open union is also held to the lexicon of its own
     * {@code $type} where that is known: so is the content of a document.
     */
    public List<Violation> validate(JsonNode record) {
        return validate(record, record.path("$type").asText());
    }

    /** The violations of a record by the lexicon {@code type}, whatever its own {@code $type}. */
    public List<Violation> validate(JsonNode record, String type) {
        Findings findings = new Findings(MOST);
        ValueChecker checker = new ValueChecker(lexicons, findings);
        lexicons.find(type).ifPresent(schema -> checker.check(schema, record, new Place.Root()));
        return findings.list();
    }
}
