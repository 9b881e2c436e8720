package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownJobsTest {

    private static final RepoJob.Owner NOBODY =
            new RepoJob.Owner() {
                @Override
                public void moved(RepoJob job, Place place) {
                    // Nobody listens.
                }

                @Override
                public void waits(RepoJob job) {
                    // Nobody listens.
                }

                @Override
                public void over(RepoJob job) {
                    // Nobody listens.
                }
            };

    private final ShownJobs shown = new ShownJobs();

    private static RepoJob job(RecordSource source, String repo) {
        return new RepoJob(source, repo, Optional.empty(), NOBODY);
    }

    private void finish(RepoJob job) {
        job.change(state -> state.in(Phase.DONE, ""));
        shown.finished(job);
    }

    @Test
    void repository_askedForAndDoubtful_isShownOnceAsAskedFor() {
        // Given
        Did did = Did.parse("did:web:a.example");
        RepoJob doubt = job(new RepoSource(did), did.value());
        RepoJob asked = job(new RepoBackfillSource(did.value()), did.value());

        // When
        assertThat(shown.begun(doubt)).isTrue();
        assertThat(shown.begun(asked)).isTrue();
        finish(doubt);

        // Then
        assertThat(shown.states()).containsExactly(asked.state());
    }

    @Test
    void repository_underWay_isNotBegunAgainAndOneThatIsOverIs() {
        // Given
        RepoBackfillSource source = new RepoBackfillSource("a.example");
        RepoJob first = job(source, "a.example");
        shown.begun(first);

        // When / Then
        assertThat(shown.begun(job(source, "a.example"))).isFalse();
        finish(first);
        RepoJob second = job(source, "a.example");
        assertThat(shown.begun(second)).isTrue();
        assertThat(shown.get(source)).contains(second);
    }

    @Test
    void repositories_thatAreOver_areForgottenBeyondTheLast() {
        // Given
        RepoJob pending = job(new RepoBackfillSource("pending.example"), "pending.example");
        shown.begun(pending);

        // When
        for (int i = 0; i <= ShownJobs.MAX_FINISHED; i++) {
            String repo = "a" + i + ".example";
            finish(job(new RepoBackfillSource(repo), repo));
        }

        // Then
        assertThat(shown.states()).hasSize(ShownJobs.MAX_FINISHED + 1).contains(pending.state());
        assertThat(shown.get(new RepoBackfillSource("a0.example"))).isEmpty();
    }
}
