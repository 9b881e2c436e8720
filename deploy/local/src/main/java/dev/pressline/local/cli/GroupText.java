package dev.pressline.local.cli;

import dev.pressline.local.watch.GroupView;
import java.util.ArrayList;
import java.util.List;

/** A consumer group, as people read it. Stateless. */
final class GroupText {

    private static final String NOBODY = "nobody";

    private GroupText() {}

    /** One line about it, and one about each partition where something is left or nobody is. */
    static List<String> lines(GroupView group, boolean isWhole) {
        long behind = group.shares().stream().mapToLong(GroupView.Share::left).sum();
        long ownerless = group.shares().stream().filter(each -> each.member().isEmpty()).count();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        "  %-18s %-20s %-11s %s behind%s",
                        group.name(),
                        group.state(),
                        Texts.count(group.members(), "member"),
                        Texts.count(behind),
                        ownerless == 0
                                ? ""
                                : ", "
                                        + Texts.count(ownerless, "partition")
                                        + " without a member"));
        group.shares().stream()
                .filter(each -> isWhole || each.left() > 0 || each.member().isEmpty())
                .forEach(each -> lines.add(line(each)));
        return lines;
    }

    private static String line(GroupView.Share share) {
        return String.format(
                "    %-36s %6s behind, at %s of %s  %s",
                share.partition(),
                share.left(),
                share.committed(),
                share.end(),
                share.member().orElse(NOBODY));
    }
}
