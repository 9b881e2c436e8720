package dev.pressline.atproto.repo.commit;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.CborReader;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * A commit of version 3: what an account signs about the whole of its repository. Immutable.
 *
 * @param did whose repository it is
 * @param rev its version
 * @param data the root of the tree
 * @param signature over {@code unsigned}, not yet believed
 * @param unsigned the bytes that are signed: the block without {@code sig}
 * @see <a href="https://atproto.com/specs/repository#commit-objects">AT Protocol: commit
 *     objects</a>
 */
public record Commit(Did did, Tid rev, BinaryCid data, byte[] signature, byte[] unsigned) {

    private static final int VERSION = 3;
    private static final int FIELDS = 6;

    /** Reads a block; throws {@link InvalidRepoException} for what is no commit. */
    public static Commit parse(byte[] block) {
        CborReader reader = new CborReader(block);
        Fields fields = new Fields();
        CborReader.MapReader map = reader.map();
        if (map.size() != FIELDS) {
            throw malformed("a commit has " + map.size() + " fields");
        }
        for (int from = reader.position(); map.next(); from = reader.position()) {
            fields.read(map.key(), from, reader);
        }
        reader.end();
        return fields.commit(block);
    }

    /** Throws {@link Fault#SIGNATURE} unless {@code key} has signed it. */
    public void requireSignedBy(SigningKey key) {
        if (!key.signed(unsigned, signature)) {
            throw new InvalidRepoException(
                    Fault.SIGNATURE, "commit " + rev + " of " + did + " is not signed by its key");
        }
    }

    /** What stands in a block, as it is read. */
    private static final class Fields {

        private String did = "";
        private String rev = "";
        private Optional<BinaryCid> data = Optional.empty();
        private long version;
        private byte[] signature = {};
        private int signatureFrom;
        private int signatureTo;

        void read(String key, int from, CborReader reader) {
            switch (key) {
                case "did" -> did = reader.text();
                case "rev" -> rev = reader.text();
                case "data" -> data = Optional.of(reader.link());
                case "version" -> version = reader.integer();
                case "prev" -> skipPrevious(reader);
                case "sig" -> {
                    signature = reader.byteString();
                    signatureFrom = from;
                    signatureTo = reader.position();
                }
                default -> throw malformed("a commit has a field " + key);
            }
        }

        private static void skipPrevious(CborReader reader) {
            if (!reader.isNull()) {
                reader.link();
            }
        }

        Commit commit(byte[] block) {
            if (version != VERSION) {
                throw malformed("a commit of version " + version);
            }
            try {
                return new Commit(
                        Did.parse(did),
                        Tid.parse(rev),
                        data.orElseThrow(() -> malformed("a commit has no data")),
                        signature,
                        unsigned(block));
            } catch (InvalidIdentifierException e) {
                throw malformed("a commit's " + e.getMessage());
            }
        }

        /** The same map with one entry less; a small map has its size in its first byte. */
        private byte[] unsigned(byte[] block) {
            byte[] rest = new byte[block.length - (signatureTo - signatureFrom)];
            System.arraycopy(block, 0, rest, 0, signatureFrom);
            System.arraycopy(block, signatureTo, rest, signatureFrom, block.length - signatureTo);
            rest[0]--;
            return rest;
        }
    }
}
