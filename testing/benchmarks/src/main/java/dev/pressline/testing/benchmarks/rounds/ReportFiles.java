package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report in a directory: its text, its plots, and the ledger that it is made of. */
final class ReportFiles {

    /** The text, by the name that web interfaces of repositories show first. */
    static final String TEXT = "README.md";

    /** Every figure. */
    static final String LEDGER = "figures.tsv";

    private ReportFiles() {}

    /**
     * Writes one, without plots where no font is installed; throws {@link LaunchException} where it
     * cannot, or where nothing was measured.
     */
    static void write(Report report, Path ledger, Path directory) {
        if (report.figures().values().isEmpty()) {
            throw new LaunchException(ledger + " has no figures to report");
        }
        try {
            Files.createDirectories(directory);
            copy(ledger, directory.resolve(LEDGER));
            Files.writeString(directory.resolve(TEXT), report.markdown());
            if (PlotFile.canDraw()) {
                draw(report, directory);
            } else {
                System.out.println("no plots: install fontconfig and a font, such as DejaVu");
            }
        } catch (IOException e) {
            throw new LaunchException("no report can be written to " + directory, e);
        }
    }

    private static void draw(Report report, Path directory) throws IOException {
        for (Plot plot : report.plots()) {
            PlotFile.write(plot, directory.resolve(plot.file()));
        }
    }

    private static void copy(Path ledger, Path to) throws IOException {
        if (!Files.exists(to) || !Files.isSameFile(ledger, to)) {
            Files.copy(ledger, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
