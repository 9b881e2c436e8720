package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.local.watch.GroupView;
import dev.pressline.local.watch.GroupView.Share;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupTextTest {

    private static final GroupView GROUP =
            new GroupView(
                    "normalize",
                    "Stable",
                    1,
                    List.of(
                            share(0, 5, 5, Optional.of("one/10.0.0.1")),
                            share(1, 5, 8, Optional.of("one/10.0.0.1")),
                            share(2, 4, 4, Optional.empty())));

    private static Share share(int partition, long committed, long end, Optional<String> member) {
        return new Share(
                new TopicPartition("raw", partition), committed, end, end - committed, member);
    }

    @Test
    void lines_ofAGroup_nameWhatIsLeftAndWhatNobodyHas() {
        assertThat(GroupText.lines(GROUP, false))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .contains("normalize", "Stable", "1 member ", "3 behind")
                                        .endsWith("1 partition without a member"),
                        line ->
                                assertThat(line)
                                        .contains("raw-1", "3 behind", "5 of 8", "one/10.0.0.1"),
                        line -> assertThat(line).contains("raw-2").endsWith("nobody"));
    }

    @Test
    void lines_ofAllOfIt_nameEveryPartition() {
        assertThat(GroupText.lines(GROUP, true)).hasSize(4);
    }
}
