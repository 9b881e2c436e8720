package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pressline.testing.benchmarks.report.Spread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlotFileTest {

    private static final int OPAQUE = 0xFF;

    @TempDir Path directory;

    @BeforeAll
    static void needsFonts() {
        assumeThat(PlotFile.canDraw()).isTrue();
    }

    private static Optional<Spread> spread(double... values) {
        return Optional.of(new Spread(DoubleStream.of(values).boxed().toList()));
    }

    /** Pixels of a plot that are neither clear nor grey. */
    private static long colored(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .filter(pixel -> pixel >>> 24 == OPAQUE)
                .filter(pixel -> (pixel >> 16 & OPAQUE) != (pixel & OPAQUE))
                .count();
    }

    private long drawn(Plot.Style style, double value) throws IOException {
        Table table =
                new Table(
                        "what",
                        List.of("one"),
                        List.of(
                                new Table.Row("first", List.of(spread(100, 110, 120))),
                                new Table.Row("second", List.of(spread(value))),
                                new Table.Row("third", List.of(Optional.empty()))));
        Path file = directory.resolve("plot.png");
        PlotFile.write(new Plot("plot", "A plot", "documents", style, table), file);
        return colored(ImageIO.read(file.toFile()));
    }

    @ParameterizedTest
    @EnumSource(Plot.Style.class)
    void write_eachStyle_drawsItsFigures(Plot.Style style) throws IOException {
        assertThat(drawn(style, 50)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"BARS", "STACK"})
    void write_largerFigure_drawsMore(Plot.Style style) throws IOException {
        assertThat(drawn(style, 90)).isGreaterThan(drawn(style, 50));
    }
}
