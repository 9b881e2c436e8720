package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.serde.ContractJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.imageio.ImageIO;

/** Real pictures, and rows of documents that have one as their cover. */
final class Pictures {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    private Pictures() {}

    /** A PNG that differs from others by its colour. */
    static byte[] png(int colour) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, colour);
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cid cid(byte[] bytes) {
        try {
            return Cid.of(Cid.Codec.RAW, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String uri(String did, String rkey) {
        return "at://" + did + "/site.standard.document/" + rkey;
    }

    /** The delete of a document. */
    static String delete(String did, String rkey, int rev) {
        ObjectNode row = ContractJson.mapper().createObjectNode();
        row.put("uri", uri(did, rkey)).put("rev", Rows.rev(rev)).putNull("record");
        return row.toString();
    }

    /** A document with a cover. */
    static String row(String did, String rkey, int rev, byte[] cover) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document")
                .put("site", "https://covers.invalid")
                .put("path", "/" + rkey)
                .put("title", "With a cover, " + rkey)
                .put("publishedAt", "2025-10-03T10:00:00Z")
                .put("textContent", "A paragraph below the cover of " + rkey + ".");
        ObjectNode blob = record.putObject("coverImage");
        blob.put("$type", "blob").put("mimeType", "image/png").put("size", cover.length);
        blob.putObject("ref").put("$link", cid(cover).value());
        ObjectNode row = ContractJson.mapper().createObjectNode();
        row.put("uri", uri(did, rkey)).put("rev", Rows.rev(rev)).set("record", record);
        return row.toString();
    }
}
