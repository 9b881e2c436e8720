package dev.pressline.kit.store;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Whose blobs may be read: the newest state of each account of which one was ever told, in the
 * private bucket under {@code accounts/<did>}. Normalize notes it, HTTP asks for it. Failures of
 * the store are thrown. Thread-safe; two states of one account must not be noted at the same time.
 */
@ApplicationScoped
public class AccountStandings {

    private static final String REV = "rev";
    private static final String STANDING = "standing";

    private final ObjectStore store;
    private final String bucket;

    @Inject
    AccountStandings(ObjectStore store, Buckets buckets) {
        this(store, buckets.values());
    }

    /** Notes states in this bucket. */
    public AccountStandings(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /** What an account's state means for its blobs. */
    public enum Standing {
        /** They may be read. */
        SHOWN,
        /** They may not be read for now. */
        HIDDEN,
        /** They are gone for good. */
        DELETED;

        /** What a state means: in doubt hidden. */
        public static Standing of(AccountState state) {
            if (state.active()) {
                return SHOWN;
            }
            return state.status().filter("deleted"::equals).isPresent() ? DELETED : HIDDEN;
        }
    }

    /** The standing of an account; shown where nothing was told. */
    public Standing of(Did did) {
        return store.stat(bucket, key(did))
                .flatMap(object -> Optional.ofNullable(object.metadata().get(STANDING)))
                .map(Standing::valueOf)
                .orElse(Standing.SHOWN);
    }

    /** The rev at which an account was deleted, if that is the last that was told of it. */
    public Optional<Tid> deletedAt(Did did) {
        return store.stat(bucket, key(did))
                .map(StoredObject::metadata)
                .filter(told -> Standing.DELETED.name().equals(told.get(STANDING)))
                .flatMap(told -> Optional.ofNullable(told.get(REV)))
                .map(Tid::parse);
    }

    /** Notes a state unless a newer one is noted; returns whether it is now the newest. */
    public boolean note(AccountState state) {
        boolean older =
                store.stat(bucket, key(state.did()))
                        .flatMap(object -> Optional.ofNullable(object.metadata().get(REV)))
                        .map(Tid::parse)
                        .filter(rev -> rev.compareTo(state.rev()) > 0)
                        .isPresent();
        if (!older) {
            store.put(bucket, object(state));
        }
        return !older;
    }

    private static NewObject object(AccountState state) {
        byte[] json = ContractJson.write(state);
        return new NewObject(
                key(state.did()),
                json,
                "application/json",
                Sha256.hex(json),
                Map.of(),
                Map.of(REV, state.rev().value(), STANDING, Standing.of(state).name()));
    }

    private static String key(Did did) {
        return "accounts/" + did;
    }
}
