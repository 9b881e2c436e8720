package dev.pressline.testing.benchmarks.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.benchmarks.corpus.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizeCommandTest {

    private static final List<byte[]> RECORDS = Row.records(42, 50);

    private final Documents documents = new Documents();

    @Test
    void documents_ofTheCorpus_areAllNormalized() {
        for (byte[] record : RECORDS) {
            assertThat(documents.normalize(record).body().blocks()).isNotEmpty();
        }
    }

    @Test
    void steps_onDocumentsOfTheCorpus_areAllDone() {
        new Steps(documents, RECORDS)
                .all()
                .forEach(
                        (name, step) -> {
                            for (int i = 0; i < RECORDS.size(); i++) {
                                step.accept(i);
                            }
                            assertThat(name).isNotBlank();
                        });
    }

    @Test
    void hostileTexts_areAllNormalized() {
        for (HostileText text : HostileText.all()) {
            assertThat(documents.normalize(text.record(1_000)).title()).isEqualTo("Hostile");
        }
    }
}
