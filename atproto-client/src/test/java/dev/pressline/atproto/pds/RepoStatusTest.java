package dev.pressline.atproto.pds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepoStatusTest {

    private static RepoStatus parse(String json) throws IOException {
        return RepoStatus.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answer_ofAnActiveRepository_isActiveWithoutReason() throws IOException {
        assertThat(parse("{\"did\":\"did:web:a.example\",\"active\":true,\"rev\":\"x\"}"))
                .isEqualTo(RepoStatus.ACTIVE);
        assertThat(parse("{\"active\":true,\"status\":\"takendown\"}"))
                .isEqualTo(RepoStatus.ACTIVE);
    }

    @Test
    void answer_ofAnInactiveRepository_saysWhy() throws IOException {
        assertThat(parse("{\"active\":false,\"status\":\"suspended\"}"))
                .isEqualTo(RepoStatus.of(false, "suspended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TAKEN DOWN", "a b", "<script>", "\\n"})
    void reason_thatIsNoPlainWord_isNone(String reason) throws IOException {
        assertThat(parse("{\"active\":false,\"status\":\"" + reason + "\"}"))
                .isEqualTo(RepoStatus.of(false, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"active\":\"yes\"}", "{\"active\":null}"})
    void answer_withoutState_isNone(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RepoNotFound,deleted",
        "RepoTakendown,takendown",
        "RepoSuspended,suspended",
        "RepoDeactivated,deactivated"
    })
    void error_ofARepository_isAState(String error, String status) {
        assertThat(RepoStatus.ofError(error)).contains(RepoStatus.of(false, status));
    }

    @Test
    void error_ofAnythingElse_saysNothingOfTheState() {
        assertThat(RepoStatus.ofError("MethodNotImplemented")).isEmpty();
        assertThat(RepoStatus.ofError("")).isEmpty();
    }
}
