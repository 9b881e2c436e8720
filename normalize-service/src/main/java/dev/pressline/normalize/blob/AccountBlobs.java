package dev.pressline.normalize.blob;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.AccountStandings.Standing;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.normalize.part.PartStore;

/**
 * What an account's state does to its blobs: hidden at once and shown again by a note, purged when
 * the account is deleted, and with them its bodies and parts. Safe to repeat. Failures of the store
 * are thrown. Thread-safe.
 */
public final class AccountBlobs {

    private final ObjectStore store;
    private final Buckets buckets;
    private final AccountStandings standings;

    /** Purges from these buckets. */
    public AccountBlobs(ObjectStore store, Buckets buckets, AccountStandings standings) {
        this.store = store;
        this.buckets = buckets;
        this.standings = standings;
    }

    /** Applies a state; one that is older than what was applied changes nothing. */
    public void apply(AccountState state) {
        if (standings.note(state) && Standing.of(state) == Standing.DELETED) {
            purge(state.did());
        }
    }

    private void purge(Did did) {
        remove(buckets.site(), ObjectKeys.blobs(did));
        remove(buckets.values(), BlobKeeper.originals(did));
        remove(buckets.notes(), Variants.notes(did));
        remove(buckets.values(), BodyKeeper.bodies(did));
        remove(buckets.notes(), PartStore.folder(did));
    }

    private void remove(String bucket, String prefix) {
        store.list(bucket, prefix, key -> store.remove(bucket, key));
    }
}
