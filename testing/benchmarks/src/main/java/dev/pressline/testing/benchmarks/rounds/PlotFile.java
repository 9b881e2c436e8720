package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a plot as a PNG that can be read on light and on dark ground. Stateless. */
final class PlotFile {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;

    /** Pixels of the picture for each of the plot, for screens with fine ones. */
    private static final int SCALE = 2;

    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final Color INK = new Color(0x80, 0x80, 0x80);
    private static final int MARK = 6;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font SMALL = FONT.deriveFont(11f);

    /** As many as the processes of all contenders. */
    private static final List<Color> COLORS =
            List.of(
                    new Color(0x3B, 0x82, 0xC4),
                    new Color(0xD9, 0x7A, 0x1E),
                    new Color(0x2E, 0x9E, 0x6B),
                    new Color(0xC0, 0x55, 0x9A),
                    new Color(0x8A, 0x74, 0xD0),
                    new Color(0xA8, 0x8A, 0x1C),
                    new Color(0x35, 0xA0, 0xB0),
                    new Color(0xC5, 0x50, 0x50));

    private PlotFile() {}

    /** Whether this machine has a font to write with; the JDK says so with a bare error only. */
    static boolean canDraw() {
        try {
            return FONT.canDisplay('0');
        } catch (Error e) {
            return false;
        }
    }

    /** Writes a file anew. */
    static void write(Plot plot, Path file) throws IOException {
        CategoryChart chart =
                new CategoryChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(plot.title())
                        .yAxisTitle(plot.unit())
                        .build();
        style(chart.getStyler(), plot.style());
        for (int column = 0; column < plot.table().columns().size(); column++) {
            draw(chart, plot, column);
        }
        ImageIO.write(painted(chart), "png", file.toFile());
    }

    private static BufferedImage painted(CategoryChart chart) {
        BufferedImage image =
                new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            chart.paint(graphics, WIDTH, HEIGHT);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void style(CategoryStyler styler, Plot.Style style) {
        styler.setChartTitleFont(FONT).setLegendFont(FONT);
        styler.setAxisTitleFont(FONT).setAxisTickLabelsFont(SMALL);
        styler.setChartFontColor(INK).setPlotBorderColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
        styler.setLegendBackgroundColor(CLEAR).setLegendBorderColor(CLEAR);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendVisible(style != Plot.Style.BARS);
        styler.setMarkerSize(MARK);
        styler.setLocale(Locale.ROOT);
        styler.setYAxisDecimalPattern("#,##0.##");
        styler.setDefaultSeriesRenderStyle(form(style));
        styler.setStacked(style == Plot.Style.STACK);
        styler.setOverlapped(style != Plot.Style.STACK);
        styler.setYAxisLogarithmic(style == Plot.Style.LINES);
        if (style != Plot.Style.LINES) {
            styler.setYAxisMin(0.0);
        }
    }

    private static CategorySeriesRenderStyle form(Plot.Style style) {
        return style == Plot.Style.LINES
                ? CategorySeriesRenderStyle.Line
                : CategorySeriesRenderStyle.Bar;
    }

    private static void draw(CategoryChart chart, Plot plot, int column) {
        String label = plot.table().columns().get(column);
        series(chart, plot, column, label, Spread::median);
        if (plot.style() != Plot.Style.STACK) {
            mark(series(chart, plot, column, label + ", least", Spread::least));
            mark(series(chart, plot, column, label + ", most", Spread::most));
        }
    }

    private static CategorySeries series(
            CategoryChart chart,
            Plot plot,
            int column,
            String name,
            ToDoubleFunction<Spread> figure) {
        List<Table.Row> rows = plot.table().rows();
        CategorySeries series =
                chart.addSeries(
                        name,
                        rows.stream().map(Table.Row::label).toList(),
                        rows.stream().map(row -> number(row.cells().get(column), figure)).toList());
        Color color = COLORS.get(column % COLORS.size());
        series.setFillColor(color);
        series.setLineColor(color);
        series.setMarkerColor(plot.style() == Plot.Style.LINES ? color : INK);
        return series;
    }

    private static double number(Optional<Spread> cell, ToDoubleFunction<Spread> figure) {
        return cell.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    /** Makes a series one of marks without a line. */
    private static void mark(CategorySeries series) {
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.DIAMOND);
        series.setShowInLegend(false);
    }
}
