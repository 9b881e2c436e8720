package dev.pressline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.ImageReference;
import dev.pressline.local.process.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eclipse-temurin:25-jre",
                "gcr.io/distroless/cc-debian13",
                "a@sha256:12",
                "a@sha256:A77DEFD6FEDBB3392B175BA8EA3D1C22BE963C1597C248C3BA987DDD80BFB512",
                ""
            })
    void aBase_thatMayBeAnotherTomorrow_isRefused(String reference) {
        assertThatThrownBy(() -> Base.parse(reference))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no digest");
    }

    @ParameterizedTest
    @EnumSource
    void theUsualBase_ofEachKind_isPinnedAndTold(JavaSource java) throws Exception {
        Base base = Base.usual(java);

        assertThat(base.digest()).isPresent();
        assertThat(ImageReference.parse(base.reference()).getDigest()).isEqualTo(base.digest());
        assertThat(base.labels())
                .containsEntry("org.opencontainers.image.base.name", base.reference())
                .containsEntry("org.opencontainers.image.base.digest", base.digest().orElseThrow());
    }

    @Test
    void scratch_isNoBase_andHasNoLabels() {
        assertThat(Base.parse("scratch")).isEqualTo(Base.SCRATCH);
        assertThat(Base.SCRATCH.labels()).isEmpty();
    }
}
