package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.WrittenDocument;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhaseTest {

    private static final AtUri URI = AtUri.parse(Samples.uri("3mf42slbt3g42"));

    private static Phase of(PrintJob job) {
        return Phase.of(ContractJson.write(PrintJob.class, job));
    }

    @Test
    void jobs_ofEveryKind_areDoneBehindWhatTheyLeadTo() {
        assertThat(
                        of(
                                new PrintJob.PrintDocument(
                                        WrittenDocument.of(Samples.document("3mf").build()),
                                        Optional.empty(),
                                        Neighbours.NONE,
                                        true,
                                        Optional.empty())))
                .isEqualTo(Phase.DOCUMENTS);
        assertThat(of(new PrintJob.PrintArchive(new Channel.Front(), List.of(), false)))
                .isEqualTo(Phase.ARCHIVES);
        assertThat(of(new PrintJob.PrintSitemap(List.of()))).isEqualTo(Phase.CHANNELS);
        assertThat(of(new PrintJob.PrintDirectory(List.of(), false))).isEqualTo(Phase.CHANNELS);
        assertThat(of(new PrintJob.MoveDocument(URI, URI))).isEqualTo(Phase.REMOVALS);
        assertThat(of(new PrintJob.RemoveDocument(URI, true, Optional.empty())))
                .isEqualTo(Phase.REMOVALS);
        assertThat(of(new PrintJob.RemoveChannel("tag/a/", true))).isEqualTo(Phase.REMOVALS);
    }

    @Test
    void phases_comeInTheOrderOfTheWork() {
        assertThat(Phase.values())
                .containsExactly(Phase.DOCUMENTS, Phase.ARCHIVES, Phase.CHANNELS, Phase.REMOVALS);
    }

    @Test
    void job_thatIsUnreadable_comesFirst() {
        assertThat(Phase.of("{\"type\":".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Phase.DOCUMENTS);
    }
}
