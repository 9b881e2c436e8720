package dev.pressline.testing.benchmarks.blobs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * JPEGs of noise, which may say where they were taken. Stateless; the same arguments, the same
 * bytes.
 */
final class Photographs {

    private static final long SEED = 42;
    private static final byte[] PLACE =
            "Exif\0\0II*\0\10\0\0\0\0\0 48.85837 N 2.29448 E".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START = 2;

    private Photographs() {}

    /** A square one with sides of so many pixels, which says where it was taken. */
    static byte[] withPlace(int side) throws IOException {
        byte[] plain = plain(side);
        return ByteBuffer.allocate(plain.length + PLACE.length + 4)
                .put(plain, 0, START)
                .putShort((short) 0xffe1)
                .putShort((short) (PLACE.length + 2))
                .put(PLACE)
                .put(plain, START, plain.length - START)
                .array();
    }

    /** The same, which says nothing of itself. */
    static byte[] plain(int side) throws IOException {
        Random random = new Random(SEED);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
