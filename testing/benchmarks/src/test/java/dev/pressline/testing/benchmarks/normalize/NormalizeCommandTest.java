package dev.pressline.testing.benchmarks.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalizeCommandTest {

    @Test
    void documents_ofTheCorpus_areAllNormalized() {
        assertThat(new NormalizeCommand().documents(50).perSecond()).isPositive();
    }

    @Test
    void hostileTexts_areAllNormalized() {
        Documents documents = new Documents();

        for (HostileText text : HostileText.all()) {
            documents.normalize(text.record(1_000));
            assertThat(text.name()).isNotBlank();
        }
    }
}
