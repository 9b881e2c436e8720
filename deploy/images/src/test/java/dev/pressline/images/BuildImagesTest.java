package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BuildImagesTest {

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        Packaged.contents();
        CommandLine command = BuildImages.commandLine(Map.of());
        command.setErr(new PrintWriter(said));
        return command.execute(words);
    }

    @Test
    void aBase_withoutADigest_endsTheCommandBeforeAnythingIsDone() {
        assertThat(run("--base", "eclipse-temurin:25-jre")).isEqualTo(1);
        assertThat(said.toString()).contains("eclipse-temurin:25-jre has no digest");
    }

    @Test
    void anImage_thatThereIsNot_isToldWithThoseThatThereAre() {
        assertThat(run("--only", "press")).isEqualTo(1);
        assertThat(said.toString()).contains("ingest-service").contains("press");
    }

    @Test
    void aPlatform_thatIsNone_isRefused() {
        assertThat(run("--java", "base", "--platform", "arm64")).isEqualTo(1);
        assertThat(said.toString()).contains("no platform: arm64");
    }

    @Test
    void aWord_thatNobodyKnows_isNoUsage() {
        assertThat(run("--java", "borrowed")).isEqualTo(64);
    }
}
