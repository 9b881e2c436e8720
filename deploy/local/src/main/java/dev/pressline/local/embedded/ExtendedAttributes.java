package dev.pressline.local.embedded;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * Whether a directory's file system keeps extended attributes: the store writes content types and
 * metadata there, and loses them silently where it does not. Stateless.
 */
public final class ExtendedAttributes {

    private ExtendedAttributes() {}

    /** Tries it, and creates the directory for that; false where it cannot be created either. */
    public static boolean supported(Path directory) {
        try {
            Files.createDirectories(directory);
            Path probe = Files.createTempFile(directory, "probe", null);
            try {
                UserDefinedFileAttributeView view =
                        Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
                return view != null && view.write("pressline", ByteBuffer.wrap(new byte[1])) == 1;
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static void require(Path directory) {
        if (!supported(directory)) {
            throw new LaunchException(
                    directory
                            + " is on a file system without extended attributes, which the store"
                            + " needs: choose another directory");
        }
    }
}
