package dev.pressline.normalize.stage;

import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.blob.BlobPort;
import okhttp3.HttpUrl;

/** Blobs from the PDS that an account's DID document names. Thread-safe. */
final class PdsBlobs implements BlobPort {

    private final DidResolver resolver;
    private final PdsClient client;
    private final long maxBytes;

    PdsBlobs(DidResolver resolver, PdsClient client, long maxBytes) {
        this.resolver = resolver;
        this.client = client;
        this.maxBytes = maxBytes;
    }

    @Override
    public Answer fetch(Did did, Cid cid) {
        return switch (resolver.resolve(did)) {
            case Resolution.Resolved resolved -> fetch(resolved.document(), cid);
            case Resolution.NotThere no -> new Answer.Missing();
            case Resolution.Unavailable down -> new Answer.Unavailable(down.why());
        };
    }

    private Answer fetch(DidDocument document, Cid cid) {
        return document.pds()
                .map(pds -> fetch(pds, document.did(), cid))
                .orElse(new Answer.Missing());
    }

    private Answer fetch(HttpUrl pds, Did did, Cid cid) {
        return switch (client.blob(pds, did, cid, maxBytes)) {
            case PdsAnswer.Found<byte[]> found -> new Answer.Found(found.value());
            case PdsAnswer.NotThere<byte[]> no -> new Answer.Missing();
            case PdsAnswer.Refused<byte[]> no -> new Answer.Refused(no.why());
            case PdsAnswer.Unavailable<byte[]> down -> new Answer.Unavailable(down.why());
        };
    }
}
