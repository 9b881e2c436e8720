package dev.pressline.testing.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.benchmarks.profile.Profile.Share;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static Profile profile(String... lines) {
        return Profile.ofCollapsed(Stream.of(lines));
    }

    @Test
    void owners_callOfALibraryIntoTheJdk_isChargedToTheLibrary() {
        Profile profile =
                profile(
                        "[main tid=7];dev/pressline/render/press/Press.run;io/minio/Put.of;java/util/HashMap.get 30",
                        "[main tid=7];dev/pressline/render/press/Press.run;java/util/HashMap.get 10");

        assertThat(profile.owners())
                .containsExactly(
                        new Share("MinIO client", 0.75), new Share("other Pressline", 0.25));
    }

    @Test
    void owners_framesOfNobody_areOther() {
        assertThat(profile("[main tid=7];start_thread;epoll_wait 3").owners())
                .containsExactly(new Share(Profile.OTHER, 1));
    }

    @Test
    void threads_ofOneKind_areOne() {
        Profile profile =
                profile(
                        "[ForkJoinPool-1-worker-2 tid=31];a 1",
                        "[ForkJoinPool-1-worker-13 tid=32];a 2",
                        "[producer-network-thread | ingest tid=34];c 6",
                        "[render-index-0d9ac2f1-3c50-4c50-a6a7-7d0c8c7f1f77-StreamThread-1 tid=33];b 7");

        assertThat(profile.threads().stream().map(Share::name))
                .containsExactly(
                        "render-index-StreamThread",
                        "producer-network-thread ingest",
                        "ForkJoinPool-worker");
        assertThat(profile.ofThreads("ForkJoinPool-worker").stacks())
                .extracting(Profile.Stack::samples)
                .containsExactly(1L, 2L);
    }

    @Test
    void lines_processWithTwoKindsOfThreads_haveTheTimeOfEach() {
        Profile profile =
                profile("[a tid=1];org/rocksdb/RocksDB.get 3", "[b tid=2];okhttp3/Call.run 1");

        assertThat(ProfileReport.lines("render", 8, profile).lines().toList())
                .isEqualTo(
                        List.of(
                                "| render | 8.00 | RocksDB 75 %, OkHttp 25 % |",
                                "| — a | 6.00 | RocksDB 100 % |", "| — b | 2.00 | OkHttp 100 % |"));
    }
}
