package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final String JSON =
            """
            {"metadata": {"component": {"group": "dev.pressline", "name": "a-service", "version": "1"}},
             "components": [
               {"group": "dev.pressline", "name": "kit", "version": "1"},
               {"group": "org.example", "name": "library", "version": "2.5"},
               {"group": "org.example", "name": "native", "version": "3",
                "purl": "pkg:maven/org.example/native@3?classifier=linux-x86_64&type=jar"}]}
            """;

    private static Bill bill() throws JsonProcessingException {
        return Bill.of(ContractJson.mapper().readTree(JSON));
    }

    private static List<Path> classPath(String... names) {
        return List.of(names).stream().map(Path.of("lib")::resolve).toList();
    }

    @Test
    void jars_thatAreNamed_withTheirGroupOrWithout_areKnown() throws Exception {
        Bill bill = bill();

        assertThatCode(
                        () ->
                                bill.requireNames(
                                        classPath(
                                                "a-service-1.jar",
                                                "dev.pressline.kit-1.jar",
                                                "library-2.5.jar",
                                                "org.example.library-2.5.jar",
                                                "org.example.native-3-linux-x86_64.jar",
                                                "generated-bytecode.jar")))
                .doesNotThrowAnyException();
    }

    @Test
    void aJar_thatIsNotNamed_isRefused() throws Exception {
        Bill bill = bill();

        assertThatThrownBy(() -> bill.requireNames(classPath("library-2.6.jar")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("library-2.6.jar");
        assertThatThrownBy(() -> bill.requireNames(classPath("org.example.native-3.jar")))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void jars_ofOurModules_areOurs() throws Exception {
        Bill bill = bill();

        assertThat(bill.isOurs(Path.of("a-service-1.jar"))).isTrue();
        assertThat(bill.isOurs(Path.of("dev.pressline.kit-1.jar"))).isTrue();
        assertThat(bill.isOurs(Path.of("org.example.library-2.5.jar"))).isFalse();
        assertThat(bill.version()).isEqualTo("1");
    }

    @Test
    void aBuild_withoutABill_isToldHowToGetOne() {
        assertThatThrownBy(() -> Bill.read(Path.of("nowhere.json")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("-Dquick");
    }
}
