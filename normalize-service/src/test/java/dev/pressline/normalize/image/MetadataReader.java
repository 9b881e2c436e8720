package dev.pressline.normalize.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a stranger's reader finds in a picture. */
final class MetadataReader {

    private MetadataReader() {}

    /** Whether the secret is in any metadata that can be read. */
    static boolean tellsSecret(byte[] picture) {
        try {
            Metadata found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            return StreamSupport.stream(found.getDirectories().spliterator(), false)
                    .flatMap(MetadataReader::texts)
                    .anyMatch(text -> text.contains(MetadataSamples.SECRET));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static Stream<String> texts(Directory directory) {
        Stream<String> tags =
                directory.getTags().stream().map(Tag::getDescription).map(String::valueOf);
        return directory instanceof XmpDirectory xmp
                ? Stream.concat(tags, xmp.getXmpProperties().values().stream())
                : tags;
    }
}
