package dev.pressline.local.cli;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the accounts and records that a command line names. */
final class SubjectText {

    private SubjectText() {}

    /** Reads a DID or an AT-URI. */
    static final class Any implements ITypeConverter<EventKey> {
        @Override
        public EventKey convert(String text) {
            try {
                return EventKey.parse(text);
            } catch (InvalidIdentifierException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads a DID. */
    static final class Account implements ITypeConverter<Did> {
        @Override
        public Did convert(String text) {
            try {
                return Did.parse(text);
            } catch (InvalidIdentifierException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
