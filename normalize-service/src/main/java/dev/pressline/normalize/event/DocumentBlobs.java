package dev.pressline.normalize.event;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.document.Variant;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.blob.AccountBlobs;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blob.Variants;
import dev.pressline.normalize.blocks.BlobStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sees to the blobs of what was normalized: has them kept and their variants made, and writes into
 * it what became of each. Thread-safe.
 */
public final class DocumentBlobs {

    private final BlobFetches fetches;
    private final Variants variants;
    private final AccountBlobs accounts;
    private final Duration patience;

    /** Waits for the blobs of one document no longer than {@code patience}. */
    public DocumentBlobs(
            BlobFetches fetches, Variants variants, AccountBlobs accounts, Duration patience) {
        this.fetches = fetches;
        this.variants = variants;
        this.accounts = accounts;
        this.patience = patience;
    }

    /**
     * What was seen to.
     *
     * @param value the value with what became of its blobs
     * @param isWaiting whether a blob may still come, or its variants
     */
    record Seen(Normalized value, boolean isWaiting) {}

    /**
     * The same with its blobs kept, or pending where they do not come in time; of an account what
     * its state does to its blobs is done.
     */
    Seen keep(Did did, Normalized value) {
        if (value instanceof AccountState state) {
            accounts.apply(state);
        }
        List<Blob> blobs = in(value);
        if (blobs.isEmpty()) {
            return new Seen(value, false);
        }
        Map<Cid, Blob> kept = new LinkedHashMap<>(fetches.keep(did, blobs, patience));
        boolean waits = kept.values().stream().anyMatch(DocumentBlobs::isPending);
        for (Blob blob : List.copyOf(kept.values())) {
            Optional<List<Variant>> made = variants.find(did, blob);
            waits |= made.isEmpty();
            made.ifPresent(these -> kept.put(blob.cid(), blob.with(these)));
        }
        return new Seen(apply(value, kept), waits);
    }

    private static boolean isPending(Blob blob) {
        return blob.state() == BlobState.PENDING;
    }

    private static Normalized apply(Normalized value, Map<Cid, Blob> kept) {
        return switch (value) {
            case Document document -> BlobStates.apply(document, kept);
            case Publication publication -> withIcon(publication, kept);
            case Subscription subscription -> subscription;
            case AccountState account -> account;
        };
    }

    /** What became of each blob, as text that is the same in every process. */
    static String states(Normalized value) {
        return in(value).stream()
                .map(b -> b.cid() + "=" + b.state().text() + b.variants().size())
                .collect(Collectors.joining(" "));
    }

    /** The blobs that a value refers to, its body and cover included. */
    public static List<Blob> in(Normalized value) {
        return switch (value) {
            case Document document -> {
                List<Blob> blobs = new ArrayList<>(document.blobs());
                document.coverImage().ifPresent(blobs::add);
                yield blobs;
            }
            case Publication publication -> publication.icon().stream().toList();
            case Subscription subscription -> List.of();
            case AccountState account -> List.of();
        };
    }

    private static Publication withIcon(Publication publication, Map<Cid, Blob> kept) {
        return new Publication(
                publication.uri(),
                publication.cid(),
                publication.rev(),
                publication.url(),
                publication.name(),
                publication.description(),
                publication.icon().map(icon -> BlobStates.apply(icon, kept)),
                publication.theme(),
                publication.language(),
                publication.showInDiscover(),
                publication.labels(),
                publication.verification(),
                publication.repairs(),
                publication.violations(),
                publication.more());
    }
}
