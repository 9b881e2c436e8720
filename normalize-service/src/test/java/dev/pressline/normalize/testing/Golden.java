package dev.pressline.normalize.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs kept as files. Run with {@code -Dgolden.update=true} to write them anew; then
 * read the difference before it is committed.
 */
public final class Golden {

    private static final ObjectWriter PRETTY =
            ContractJson.mapper().writerWithDefaultPrettyPrinter();

    private Golden() {}

    /** Fails unless a value's JSON is that of the file, below the test resources. */
    public static void assertMatches(String file, Object value) throws IOException {
        Path golden = Path.of("src", "test", "resources").resolve(file);
        String actual = PRETTY.writeValueAsString(value) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
