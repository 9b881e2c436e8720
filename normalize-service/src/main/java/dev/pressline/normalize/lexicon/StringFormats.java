package dev.pressline.normalize.lexicon;

import dev.pressline.contract.identifier.AnyCid;
import dev.pressline.contract.identifier.AtIdentifier;
import dev.pressline.contract.identifier.Datetime;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.GenericUri;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.LanguageTag;
import dev.pressline.contract.identifier.LexiconAtUri;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import java.util.Map;
import java.util.function.Function;

/** The formats that the lexicon language knows for strings. Stateless. */
final class StringFormats {

    private static final Map<String, Function<String, Object>> PARSERS =
            Map.ofEntries(
                    Map.entry("did", Did::parse),
                    Map.entry("handle", Handle::parse),
                    Map.entry("at-identifier", AtIdentifier::parse),
                    Map.entry("nsid", Nsid::parse),
                    Map.entry("at-uri", LexiconAtUri::parse),
                    Map.entry("cid", AnyCid::parse),
                    Map.entry("datetime", Datetime::parse),
                    Map.entry("language", LanguageTag::parse),
                    Map.entry("uri", GenericUri::parse),
                    Map.entry("tid", Tid::parse),
                    Map.entry("record-key", RecordKey::parse));

    private StringFormats() {}

    /** Whether a text has a format; every text has a format that nobody knows. */
    static boolean matches(String format, String text) {
        try {
            return PARSERS.getOrDefault(format, any -> any).apply(text) != null;
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }
}
