package dev.pressline.ingest.row;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The accounts and records of which nothing is taken in, whoever sends it, because they are taken
 * down or erased here. Immutable.
 *
 * @param accounts all of whose records, and whose states, are left out
 * @param records single ones that are left out
 */
public record RefusedSubjects(Set<Did> accounts, Set<AtUri> records) {

    /** Nothing is left out. */
    public static final RefusedSubjects NONE = new RefusedSubjects(Set.of(), Set.of());

    /** Takes copies. */
    public RefusedSubjects {
        accounts = Set.copyOf(accounts);
        records = Set.copyOf(records);
    }

    /** Reads DIDs and AT-URIs; throws {@link InvalidIdentifierException} naming the fault. */
    public static RefusedSubjects parse(List<String> subjects) {
        Set<Did> accounts = new HashSet<>();
        Set<AtUri> records = new HashSet<>();
        for (String subject : subjects) {
            switch (EventKey.parse(subject.strip())) {
                case EventKey.OfAccount account -> accounts.add(account.did());
                case EventKey.OfRecord one -> records.add(one.uri());
            }
        }
        return new RefusedSubjects(accounts, records);
    }

    /** Whether what is about this is left out. */
    public boolean contains(EventKey key) {
        return accounts.contains(key.did())
                || (key instanceof EventKey.OfRecord one && records.contains(one.uri()));
    }
}
