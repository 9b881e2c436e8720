package dev.pressline.normalize.event;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blob.BlobPort;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BodyKeeper;
import dev.pressline.normalize.blob.FakeServer;
import dev.pressline.normalize.blob.LoopbackStore;
import dev.pressline.normalize.blob.SpoolDirectory;
import dev.pressline.normalize.blob.Variants;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.lookup.FakeHandles;
import dev.pressline.normalize.lookup.FakeSites;
import dev.pressline.normalize.lookup.Handles;
import dev.pressline.normalize.lookup.SiteChecks;
import dev.pressline.normalize.part.PartStore;
import dev.pressline.normalize.repair.RepairSwitches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Events made with a store on loopback and one server of blobs, and raw records to make them of.
 */
public final class TestEvents implements AutoCloseable {

    /** The partition of every raw record here. */
    public static final int PARTITION = 3;

    /** The timestamp of a raw record, in milliseconds. */
    public static final long ACCEPTED_AT = 1_770_000_000_123L;

    /** The account of every raw record here. */
    public static final String DID = "did:web:alice.example";

    /** Where the account's blobs are. */
    public final FakeServer server = new FakeServer("a:443", FakeServer.giving(new byte[0]));

    /** The store. */
    public final LoopbackStore store = new LoopbackStore();

    /** The parts of documents. */
    public final PartStore parts = new PartStore(store.client(), LoopbackStore.BUCKET);

    /** Values too large for a topic. */
    public final LargeValues largeValues = new LargeValues(store.client(), LoopbackStore.BUCKET);

    /** What the network knows of the account's handle; nobody is asked, unless a test does. */
    public final FakeHandles network = new FakeHandles();

    /** What sites say; nothing, unless a test has them say it. */
    public final FakeSites sites = new FakeSites();

    /** What is tested. */
    public final NormalizedEvents events;

    /** Narrower copies of pictures. */
    public final Variants variants;

    private final BlobFetches fetches;
    private final DocumentBodies bodies;

    /** Events whose blobs go by way of this directory. */
    public TestEvents(Path spools) throws IOException {
        variants = store.variants(spools);
        fetches =
                new BlobFetches(
                        did -> new BlobPort.Located.At(server),
                        store.keeper(spools),
                        new BlobFetches.Concurrency(4, 4));
        BodyKeeper bodyKeeper =
                new BodyKeeper(store.client(), LoopbackStore.BUCKET, new SpoolDirectory(spools));
        bodies =
                new DocumentBodies(
                        new BlobFetches(
                                did -> new BlobPort.Located.At(server),
                                bodyKeeper,
                                new BlobFetches.Concurrency(4, 4)),
                        bodyKeeper,
                        Duration.ofMinutes(1));
        events =
                new NormalizedEvents(
                        new Normalizer(new RepairSwitches(true, Set.of())),
                        parts,
                        bodies,
                        new DocumentBlobs(
                                fetches, variants, store.accounts(), Duration.ofMinutes(1)),
                        new Handles(Optional.of(network), Duration.ofMinutes(1)),
                        new SiteChecks(Optional.of(sites), Duration.ofMinutes(1)),
                        largeValues,
                        Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    /** The version of a number. */
    public static Tid rev(int number) {
        return Tid.of(1_760_000_000_000_000L + number, 0);
    }

    /** A document with a cover of these bytes. */
    public static ConsumerRecord<String, byte[]> document(String rkey, int rev, byte[] cover) {
        String json =
                """
                {"$type":"site.standard.document","site":"https://a.example","path":"/%s",
                 "title":"Title","publishedAt":"2026-01-01T00:00:00Z","textContent":"Text.",
                 "coverImage":{"$type":"blob","ref":{"$link":"%s"},"mimeType":"image/png",
                 "size":%d}}
                """
                        .formatted(rkey, BlobSamples.cid(cover), cover.length);
        return raw("site.standard.document/" + rkey, rev(rev), json);
    }

    /** A publication of the account at this URL. */
    public static ConsumerRecord<String, byte[]> publication(int rev, String url) {
        String json =
                "{\"$type\":\"site.standard.publication\",\"url\":\"%s\",\"name\":\"A\"}"
                        .formatted(url);
        return raw("site.standard.publication/p", rev(rev), json);
    }

    /** The state of the account as its host tells it. */
    public static ConsumerRecord<String, byte[]> account(int rev, String json) {
        return ofKey(DID, rev(rev), json);
    }

    /** A raw record of the account; a delete without JSON. */
    public static ConsumerRecord<String, byte[]> raw(String path, Tid rev, @Nullable String json) {
        return ofKey("at://" + DID + "/" + path, rev, json);
    }

    /** A raw record of any account. */
    public static ConsumerRecord<String, byte[]> ofKey(String key, Tid rev, @Nullable String json) {
        Envelope envelope =
                new Envelope(
                        EventType.RAW,
                        "urn:test",
                        EventKey.parse(key),
                        rev,
                        Optional.empty(),
                        json == null ? Operation.DELETE : Operation.PUT,
                        Origin.PUSH,
                        Verification.NONE,
                        Optional.empty(),
                        Optional.empty());
        return raw(key, json, EnvelopeHeaders.write(envelope));
    }

    /** A raw record with headers of any kind. */
    public static ConsumerRecord<String, byte[]> raw(
            @Nullable String key, @Nullable String json, Headers headers) {
        return raw(key, json, headers, ACCEPTED_AT);
    }

    /** A raw record with a timestamp of any kind. */
    public static ConsumerRecord<String, byte[]> raw(
            @Nullable String key, @Nullable String json, Headers headers, long timestamp) {
        byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return raw(key, value, headers, timestamp, 9);
    }

    /** A raw record at an offset of its own. */
    public static ConsumerRecord<String, byte[]> at(
            long offset, ConsumerRecord<String, byte[]> raw) {
        return raw(raw.key(), raw.value(), raw.headers(), raw.timestamp(), offset);
    }

    private static ConsumerRecord<String, byte[]> raw(
            @Nullable String key,
            byte @Nullable [] value,
            Headers headers,
            long timestamp,
            long offset) {
        return new ConsumerRecord<>(
                Topics.RAW,
                PARTITION,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    @Override
    public void close() {
        fetches.close();
        bodies.close();
        variants.close();
        store.close();
    }
}
