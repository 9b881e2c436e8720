package dev.pressline.normalize.blob;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Decodes pictures no larger than they are needed, turns them upright, and makes narrower copies of
 * them: JPEG, or PNG where something shows through. Colours become sRGB. Stateless.
 */
final class VariantImages {

    private static final float QUALITY = 0.82f;
    private static final int LAST_UNTURNED = 4;

    static {
        ImageIO.setUseCache(false);
        IIORegistry.getDefaultInstance().registerServiceProvider(new JPEGImageReaderSpi());
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
    }

    private VariantImages() {}

    /** An encoded picture. */
    record Encoded(String mimeType, byte[] bytes) {}

    /**
     * The picture in a file, upright, of every so many pixels one. Throws {@link IOException} or
     * any unchecked exception when it cannot be decoded.
     *
     * @param orientation how it lies, 1 to 8 as in Exif
     */
    static BufferedImage decode(File file, String mimeType, int every, int orientation)
            throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mimeType);
        if (!readers.hasNext()) {
            throw new IOException("there is no decoder of " + mimeType);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return upright(reader.read(0, param), orientation);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage lying, int orientation) {
        if (orientation == 1) {
            return lying;
        }
        boolean onItsSide = orientation > LAST_UNTURNED;
        int width = onItsSide ? lying.getHeight() : lying.getWidth();
        int height = onItsSide ? lying.getWidth() : lying.getHeight();
        BufferedImage upright = canvas(width, height, lying.getColorModel().hasAlpha());
        Graphics2D graphics = upright.createGraphics();
        graphics.drawRenderedImage(lying, turn(orientation, width, height));
        graphics.dispose();
        return upright;
    }

    /** The transformation that Exif's numbers mean, onto a picture of this size. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    /** The picture at another size, which is less than its own. */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage from = image;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = canvas(width, height, image.getColorModel().hasAlpha());
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage canvas(int width, int height, boolean alpha) {
        return new BufferedImage(
                width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    /** The bytes of a picture. */
    static Encoded encode(BufferedImage image) throws IOException {
        boolean alpha = image.getColorModel().hasAlpha();
        String format = alpha ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!alpha) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Encoded("image/" + format, bytes.toByteArray());
    }
}
