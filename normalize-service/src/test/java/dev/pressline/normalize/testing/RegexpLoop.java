package dev.pressline.normalize.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loop that turned links into tags, by the regular expressions themselves: the test's own
 * account of the damage, independent of the scanner that inverts it. Only for short texts of the
 * test's own, since the expressions are cubic.
 */
public enum RegexpLoop {
    /** As granary had it. */
    GRANARY("\\[(?<text>.*?)\\]\\((?<url>[^ ]*?)( \"[^\"]*?\")?(?<!\\\\)\\)"),
    /** As anybody writes it first. */
    SIMPLEST("\\[(?<text>.+?)\\]\\((?<url>\\S+?)\\)");

    private final Pattern link;

    RegexpLoop(String link) {
        this.link = Pattern.compile(link, Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** What the loop leaves. */
    public record Left(String text, List<String> tags) {}

    /** Runs the loop over Markdown. */
    public Left run(String markdown) {
        List<String> tags = new ArrayList<>();
        String text = markdown;
        Matcher matcher = link.matcher(text);
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            String anchor = match.group("text");
            if (!anchor.isEmpty() && match.group("url").startsWith("http")) {
                tags.add(anchor);
            }
            text = text.substring(0, match.start()) + anchor + text.substring(match.end());
            matcher = link.matcher(text);
        }
        return new Left(text, tags);
    }
}
