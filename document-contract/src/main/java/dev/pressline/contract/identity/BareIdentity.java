package dev.pressline.contract.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Base32;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * The identity of a record that came without one, derived from its content, so that the same record
 * always gets the same: docs/identity.md has the recipe. Stateless.
 */
public final class BareIdentity {

    /** The DID method of derived accounts. It resolves to nothing. */
    public static final String METHOD = "pressline";

    private static final Nsid DEFAULT_COLLECTION = Nsid.parse("site.standard.document");
    private static final int ACCOUNT_LENGTH = 24;
    private static final int KEY_LENGTH = 26;
    private static final int CLOCK_IDS = 1_024;

    private BareIdentity() {}

    /** Whether an account was derived here and stands for nobody. */
    public static boolean isDerived(Did did) {
        return did.method().equals(METHOD);
    }

    /** The address of a record without one. */
    public static AtUri uri(JsonNode record) {
        String site = text(record, "site");
        String path = text(record, "path");
        String unique = path.isEmpty() ? record.toString() : site + '\n' + path;
        return new AtUri(
                Did.parse("did:" + METHOD + ':' + hash(host(site)).substring(0, ACCOUNT_LENGTH)),
                collection(record),
                RecordKey.parse("bare-" + hash(unique).substring(0, KEY_LENGTH)));
    }

    /**
     * The version of a record without one: the time it says it was written at, and its content as
     * the tie-breaker.
     */
    public static Tid rev(JsonNode record) {
        Instant written =
                instant(
                        text(record, "updatedAt"),
                        instant(text(record, "publishedAt"), Instant.EPOCH));
        long micros = Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, written));
        int clockId = Math.floorMod(Arrays.hashCode(sha256(record.toString())), CLOCK_IDS);
        return Tid.of(Math.min(micros, (1L << 53) - 1), clockId);
    }

    private static Nsid collection(JsonNode record) {
        try {
            return Nsid.parse(text(record, "$type"));
        } catch (InvalidIdentifierException e) {
            return DEFAULT_COLLECTION;
        }
    }

    private static String host(String site) {
        int scheme = site.indexOf("://");
        String rest = scheme < 0 ? site : site.substring(scheme + 3);
        String host =
                rest.substring(0, CanonicalUrl.authorityEnd(rest, 0)).toLowerCase(Locale.ROOT);
        return host.isEmpty() ? "nowhere" : host;
    }

    private static Instant instant(String text, Instant otherwise) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static String text(JsonNode record, String field) {
        return record.path(field).asText("");
    }

    private static String hash(String text) {
        return Base32.encode(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
