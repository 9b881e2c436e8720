package dev.pressline.render.index;

import dev.pressline.contract.event.VersionGuard.Version;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;

/**
 * What the guard remembers of a record, also after it was deleted.
 *
 * @param version its version
 * @param sha256 the hash of its value, empty for a delete
 */
record KnownVersion(Version version, String sha256) {

    byte[] bytes() {
        String text = version.rev().value() + (version.deleted() ? '-' : '+') + sha256;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static KnownVersion read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Tid rev = Tid.parse(text.substring(0, 13));
        return new KnownVersion(new Version(rev, text.charAt(13) == '-'), text.substring(14));
    }
}
