package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What names an account: its DID, or the handle of the moment. The lexicon format {@code
 * at-identifier}.
 */
public sealed interface AtIdentifier permits Did, Handle {

    /** The text form. */
    String value();

    /**
     * Reads a DID where the text begins like one, else a handle; throws {@link
     * InvalidIdentifierException} naming the fault.
     */
    @JsonCreator
    static AtIdentifier parse(String text) {
        return text.startsWith(Did.PREFIX) ? Did.parse(text) : Handle.parse(text);
    }
}
