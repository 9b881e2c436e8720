package dev.pressline.normalize.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.normalize.convert.PartReferences;
import dev.pressline.normalize.core.RecordReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of documents in the private bucket, of each the newest version, below {@code
 * parts/<did>/}: the records themselves under {@code values/}, where the newest version of each
 * document with parts stands under {@code documents/}, and who names whom under {@code readers/}.
 * To be written by the owner of the account's partition alone, in the order of its records; read by
 * anybody. Failures of the store are thrown. Thread-safe.
 */
public final class PartStore {

    /** The most documents that are made anew when a part of theirs changes. */
    static final int MOST_READERS = 1_000;

    private static final String REV = "rev";
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    private final ObjectStore store;
    private final String bucket;
    private final KnownKeys keys;

    /** Keeps parts in this bucket. */
    public PartStore(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
        this.keys = new KnownKeys(this::list);
    }

    private List<String> list(Did did) {
        List<String> found = new ArrayList<>();
        store.list(bucket, folder(did), found::add);
        return found;
    }

    /** The folder of an account's parts in their bucket, with its trailing slash. */
    public static String folder(Did did) {
        return "parts/" + did + "/";
    }

    private static String value(AtUri part) {
        return folder(part.did()) + "values/" + part.collection() + "/" + part.rkey();
    }

    private static String document(Did did, String rkey) {
        return folder(did) + "documents/" + rkey;
    }

    private static String readersFolder(AtUri part) {
        return folder(part.did()) + "readers/" + part.collection() + "/" + part.rkey() + "/";
    }

    /** Forgets which objects there are: another process may have written since. */
    public void forget() {
        keys.clear();
    }

    /** Those of these records that are there, as received. */
    public Map<AtUri, JsonNode> values(Set<AtUri> parts) {
        Map<AtUri, JsonNode> found = new LinkedHashMap<>();
        for (AtUri part : parts) {
            get(part.did(), value(part)).ifPresent(json -> found.put(part, json));
        }
        return found;
    }

    private Optional<JsonNode> get(Did did, String key) {
        if (!keys.has(did, key)) {
            return Optional.empty();
        }
        return store.get(bucket, key).flatMap(PartStore::read);
    }

    /** The value of an object; empty for the mark of a delete. */
    private static Optional<JsonNode> read(byte[] bytes) {
        return switch (RecordReader.read(bytes)) {
            case RecordReader.Reading.Readable readable -> Optional.of(readable.value());
            case RecordReader.Reading.Unreadable unreadable -> Optional.empty();
        };
    }

    /**
     * Keeps a version of a part, empty when it was deleted; returns false, and keeps nothing, when
     * a newer one is known.
     */
    public boolean keep(AtUri part, Tid rev, Optional<byte[]> record) {
        Did did = part.did();
        String key = value(part);
        Optional<StoredObject> known =
                keys.has(did, key) ? store.stat(bucket, key) : Optional.empty();
        Optional<Tid> knownRev = known.map(StoredObject::metadata).map(PartStore::rev);
        if (knownRev.filter(newer -> newer.compareTo(rev) > 0).isPresent()) {
            return false;
        }
        byte[] bytes = record.orElse(NOTHING);
        boolean same =
                known.flatMap(StoredObject::sha256).filter(Sha256.hex(bytes)::equals).isPresent();
        if (!same || !knownRev.equals(Optional.of(rev))) {
            put(did, key, bytes, Map.of(REV, rev.value()));
        }
        return true;
    }

    private static Tid rev(Map<String, String> metadata) {
        return Tid.parse(String.valueOf(metadata.get(REV)));
    }

    private void put(Did did, String key, byte[] bytes, Map<String, String> metadata) {
        store.put(bucket, new NewObject(key, bytes, JSON, Sha256.hex(bytes), Map.of(), metadata));
        keys.add(did, key);
    }

    /**
     * Notes where a version of a document stands and which parts it is made of, unless a newer one
     * is known. One that has no parts is noted only where an older one had.
     */
    public void refer(AtUri document, RawPlace place, Set<AtUri> parts) {
        Did did = document.did();
        String key = document(did, document.rkey().value());
        Optional<RawPlace> known = place(did, key);
        boolean matters = !parts.isEmpty() || known.isPresent();
        if (!matters || known.filter(k -> k.rev().compareTo(place.rev()) > 0).isPresent()) {
            return;
        }
        if (known.filter(place::equals).isEmpty()) {
            put(did, key, write(place), Map.of());
        }
        parts.stream()
                .filter(part -> !PartReferences.isFoundByKey(part))
                .map(part -> readersFolder(part) + document.rkey())
                .filter(reader -> !keys.has(did, reader))
                .forEach(reader -> put(did, reader, NOTHING, Map.of()));
    }

    /**
     * Where the newest versions of the documents stand that are, or once were, made of a part; of
     * very many the first {@value #MOST_READERS}.
     */
    public List<RawPlace> readers(AtUri part) {
        Did did = part.did();
        String prefix = readersFolder(part);
        Set<String> documents = new LinkedHashSet<>();
        if (PartReferences.isFoundByKey(part)) {
            documents.add(document(did, part.rkey().value()));
        }
        keys.startingWith(did, prefix, MOST_READERS)
                .forEach(key -> documents.add(document(did, key.substring(prefix.length()))));
        return documents.stream().flatMap(key -> place(did, key).stream()).toList();
    }

    private Optional<RawPlace> place(Did did, String key) {
        return get(did, key)
                .flatMap(
                        json -> {
                            try {
                                return Optional.of(
                                        ContractJson.mapper().treeToValue(json, RawPlace.class));
                            } catch (IOException e) {
                                throw new IllegalStateException(key + " is corrupt", e);
                            }
                        });
    }

    private static byte[] write(RawPlace place) {
        try {
            return ContractJson.mapper().writeValueAsBytes(place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a place cannot be written", e);
        }
    }
}
