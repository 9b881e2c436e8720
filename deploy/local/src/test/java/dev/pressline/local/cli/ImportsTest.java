package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.intake.ImportTally;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportsTest {

    @Test
    void cause_ofOneField_namesIt() {
        assertThat(Imports.cause(rejection("bad-rev", "/rev", "is no TID")))
                .isEqualTo("bad-rev at /rev: is no TID");
    }

    @Test
    void cause_ofAFileThatIsNoRecord_namesNoField() {
        assertThat(Imports.cause(rejection("no-identity", "", "no field of a record")))
                .isEqualTo("no-identity: no field of a record");
    }

    private static ImportTally.Rejection rejection(String reason, String field, String message) {
        return new ImportTally.Rejection(Path.of("plc.json"), 1, reason, field, message);
    }
}
