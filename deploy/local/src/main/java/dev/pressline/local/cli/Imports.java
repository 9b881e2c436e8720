package dev.pressline.local.cli;

import dev.pressline.local.intake.FileImport;
import dev.pressline.local.intake.ImportTally;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import java.util.List;

/** Imports files into a running pipeline and shows it. Stateless. */
final class Imports {

    private static final int MAX_SHOWN = 10;
    private static final int TEXT = 200;

    private Imports() {}

    /** Imports files and shows what became of their records. */
    static ImportTally run(Addresses addresses, List<Path> files, Terminal terminal) {
        long total = FileImport.size(files);
        ProgressLine line = new ProgressLine(terminal, "import");
        try (IngestClient ingest =
                new IngestClient(addresses.of(Service.INGEST).http(), addresses.pushToken())) {
            FileImport work =
                    new FileImport(
                            ingest,
                            done -> line.show(done, total, Texts.count(done / 1024) + " KiB"));
            ImportTally tally = work.run(files);
            line.finish(summary(tally, files.size()));
            showRejections(tally, terminal);
            return tally;
        }
    }

    private static String summary(ImportTally tally, int files) {
        String skipped =
                tally.skipped() == 0 ? "" : ", " + Texts.count(tally.skipped()) + " skipped";
        String rejected =
                tally.deadLettered() == 0
                        ? ""
                        : ", " + Texts.count(tally.deadLettered()) + " rejected";
        return Texts.count(tally.accepted())
                + " of "
                + Texts.count(tally.read(), "record")
                + " accepted from "
                + Texts.count(files, "file")
                + skipped
                + rejected;
    }

    private static void showRejections(ImportTally tally, Terminal terminal) {
        tally.rejections().stream()
                .limit(MAX_SHOWN)
                .forEach(
                        rejection ->
                                terminal.line(
                                        String.format(
                                                "    %s %s:%d  %s",
                                                terminal.bad(terminal.sign("✗", "x")),
                                                Printable.of(rejection.file().toString(), TEXT),
                                                rejection.line(),
                                                cause(rejection))));
        long more = tally.deadLettered() - Math.min(MAX_SHOWN, tally.rejections().size());
        if (more > 0) {
            terminal.line("    and " + Texts.count(more) + " more: pressline dlq show");
        }
    }

    /** Why a record was rejected, and where in it, unless it is the record as a whole. */
    static String cause(ImportTally.Rejection rejection) {
        String field = rejection.field();
        String place = field.isEmpty() ? "" : " at " + Printable.of(field, TEXT);
        return rejection.reason() + place + ": " + Printable.of(rejection.message(), TEXT);
    }
}
