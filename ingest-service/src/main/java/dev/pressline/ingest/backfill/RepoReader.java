package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Did;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Reads the state of an account and the wanted records of its repository: from the signed CAR of
 * all of it, and where the PDS gives none that holds together, from its listing. A listing that was
 * begun goes on as one, and where the PDS refuses to list, the CAR is read. Throws {@link
 * dev.pressline.kit.failure.InfrastructureException} while somebody does not answer; reading again
 * from the last place loses nothing. Blocks; thread-safe.
 *
 * @see <a href="https://atproto.com/specs/sync">AT Protocol: sync</a>
 */
@ApplicationScoped
class RepoReader {

    private final RepoAddress addresses;
    private final CarReading cars;
    private final ListReading lists;
    private final RepoChanges changes;
    private final AccountStates states;

    RepoReader(
            RepoAddress addresses,
            CarReading cars,
            ListReading lists,
            RepoChanges changes,
            AccountStates states) {
        this.addresses = addresses;
        this.changes = changes;
        this.states = states;
        this.cars = cars;
        this.lists = lists;
    }

    /**
     * Reads all; returns when the brokers have every record, with a remark on how they were had,
     * empty where the account has signed them. Throws {@link RefusedException}.
     */
    String read(Reading reading) {
        Did did = reading.progress().ask("resolving " + reading.repo(), () -> located(reading));
        states.settle(reading, did);
        if (reading.onlyIfChanged() && changes.isUnchanged(reading.progress(), did)) {
            return "unchanged since it was read";
        }
        return reading.start().isEmpty() ? carFirst(reading, did) : listingFirst(reading, did);
    }

    /** Whose it is; refused where it is nowhere to be read. */
    private Did located(Reading reading) {
        Did did = addresses.did(reading.repo());
        addresses.pds(did);
        return did;
    }

    private String carFirst(Reading reading, Did did) {
        Optional<String> why = cars.read(reading, did);
        return why.isEmpty() ? "" : listed(reading, did, why.get());
    }

    private String listed(Reading reading, Did did, String why) {
        try {
            ListReading.Outcome outcome = lists.read(reading, did);
            if (outcome.read().isEmpty() && !outcome.refused().isEmpty()) {
                throw new RefusedException("the PDS lists no collection");
            }
            return "listed, not signed, since " + why;
        } catch (RefusedException e) {
            throw new RefusedException(e.getMessage() + "; and getRepo: " + why);
        }
    }

    private String listingFirst(Reading reading, Did did) {
        ListReading.Outcome outcome = lists.read(reading, did);
        return outcome.refused().isEmpty()
                ? "listed, not signed"
                : cars.read(reading, did)
                        .map(why -> "listed in part, not signed, since " + why)
                        .orElse("");
    }
}
