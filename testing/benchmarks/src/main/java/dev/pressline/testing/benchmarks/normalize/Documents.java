package dev.pressline.testing.benchmarks.normalize;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.core.Identity;
import dev.pressline.normalize.core.Normalization;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.Optional;

/** Normalizes records as the service does, from their bytes. Thread-safe. */
public final class Documents {

    private static final AtUri URI =
            AtUri.parse(
                    "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3m7tubaaaac22");

    /** Ingest computes it; what that costs stands there. */
    private static final String CID = "bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde";

    private static final Envelope ENVELOPE =
            new Envelope(
                    EventType.RAW,
                    "urn:pressline:benchmark",
                    new EventKey.OfRecord(URI),
                    Tid.parse("3m7tubaaaac22"),
                    Optional.of(Cid.parse(CID)),
                    Operation.PUT,
                    Origin.IMPORT,
                    Verification.NONE,
                    Optional.empty(),
                    Optional.empty());

    private final Normalizer normalizer = new Normalizer(RepairSwitches.ALL);

    /** A normalizer with all repairs. */
    public Documents() {}

    /** The normalized document; throws if nothing would be published of it. */
    public Document normalize(byte[] record) {
        Normalization result = normalizer.normalize(ENVELOPE, record, Identity.of(URI.did()));
        if (result instanceof Normalization.Published(Document document)) {
            return document;
        }
        throw new IllegalStateException("a sample is no document: " + result);
    }
}
