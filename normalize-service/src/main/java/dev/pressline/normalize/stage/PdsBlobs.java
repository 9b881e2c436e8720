package dev.pressline.normalize.stage;

import dev.pressline.atproto.http.Limits;
import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.blob.BlobPort;
import dev.pressline.normalize.blob.BlobServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Blobs from the PDS that an account's DID document names. Thread-safe. */
final class PdsBlobs implements BlobPort {

    private final DidResolver resolver;
    private final PdsClient client;
    private final Limits limits;
    private final BlobMetrics metrics;

    PdsBlobs(DidResolver resolver, PdsClient client, Limits limits, BlobMetrics metrics) {
        this.resolver = resolver;
        this.client = client;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public Located locate(Did did) {
        return switch (resolver.resolve(did)) {
            case Resolution.Resolved resolved -> located(resolved.document());
            case Resolution.NotThere no -> new Located.Nowhere();
            case Resolution.Unavailable down -> new Located.Unavailable(down.why());
        };
    }

    private Located located(DidDocument document) {
        return document.pds()
                .<Located>map(url -> new Located.At(new Pds(url, document.did())))
                .orElse(new Located.Nowhere());
    }

    private final class Pds implements BlobServer {

        private final HttpUrl url;
        private final Did did;

        Pds(HttpUrl url, Did did) {
            this.url = url;
            this.did = did;
        }

        @Override
        public String host() {
            return url.host() + ':' + url.port();
        }

        @Override
        public Answer fetch(Cid cid, OutputStream sink) {
            CountingStream counted = new CountingStream(sink);
            return metrics.answered(ask(cid, counted), counted.count());
        }

        private Answer ask(Cid cid, OutputStream sink) {
            PdsClient.BlobRequest request = new PdsClient.BlobRequest(did, cid, limits);
            return switch (client.blob(url, request, sink)) {
                case PdsAnswer.Found<Cid> found -> new Answer.Found();
                case PdsAnswer.NotThere<Cid> no -> new Answer.Missing();
                case PdsAnswer.Refused<Cid> no -> new Answer.Refused(no.why());
                case PdsAnswer.Unavailable<Cid>(String why, Optional<Duration> after) ->
                        new Answer.Unavailable(why);
            };
        }
    }

    /** Counts what passes. */
    private static final class CountingStream extends FilterOutputStream {

        private long count;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        long count() {
            return count;
        }
    }
}
