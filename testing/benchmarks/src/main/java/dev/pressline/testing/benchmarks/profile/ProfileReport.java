package dev.pressline.testing.benchmarks.profile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What profiles say, as a table in Markdown. Stateless. */
final class ProfileReport {

    static final String HEADER =
            """
            | process, threads | CPU-ms a document | of which |
            |---|---|---|""";

    private static final double LEAST = 0.03;

    private ProfileReport() {}

    /** Lines for a process that used so much for each document, the first for all of it. */
    static String lines(String process, double millis, Profile profile) {
        String all = line(process, millis, profile);
        return profile.threads().stream()
                .filter(share -> share.of() >= LEAST)
                .map(
                        share ->
                                line(
                                        "— " + share.name(),
                                        millis * share.of(),
                                        profile.ofThreads(share.name())))
                .collect(Collectors.joining("\n", all + '\n', ""));
    }

    private static String line(String name, double millis, Profile profile) {
        return String.format(
                Locale.ROOT, "| %s | %.2f | %s |", name, millis, named(profile.owners()));
    }

    private static String named(List<Profile.Share> shares) {
        return shares.stream()
                .filter(share -> share.of() >= LEAST)
                .map(share -> "%s %.0f %%".formatted(share.name(), share.of() * 100))
                .collect(Collectors.joining(", "));
    }
}
