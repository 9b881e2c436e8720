package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.serde.ContractJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Real pictures, and rows of documents that have one as their cover. */
final class Pictures {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int AFTER_HEADER = 33;

    private Pictures() {}

    /** A PNG that differs from others by its colour. */
    static byte[] png(int colour) {
        return png(colour, WIDTH, HEIGHT);
    }

    /** A PNG of a colour and size. */
    static byte[] png(int colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
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

    /** The same PNG with a text in it that nobody sees. */
    static byte[] withComment(byte[] png, String comment) {
        byte[] body = ("tEXtComment\0" + comment).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(png.length + body.length + 8)
                .put(png, 0, AFTER_HEADER)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) crc.getValue())
                .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
                .array();
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
