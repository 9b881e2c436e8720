package dev.pressline.testing.faults.soak;

import dev.pressline.local.pipeline.Service;
import java.util.List;
import java.util.stream.Collectors;

/** Draws what services held of memory over time, as SVG. Pure. */
record Plot(List<Sample> samples) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 300;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final List<String> COLOURS = List.of("#0b6e4f", "#b5460f", "#3454d1");

    String svg() {
        StringBuilder svg =
                new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-60 -20 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                                .formatted(WIDTH + 180, HEIGHT + 60));
        svg.append("<rect x=\"-60\" y=\"-20\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (long mark = 0; mark <= top(); mark += 100) {
            svg.append(
                    "<path d=\"M0 %1$d H%2$d\" stroke=\"#ddd\"/><text x=\"-50\" y=\"%3$d\">%4$d MiB</text>\n"
                            .formatted(y(mark), WIDTH, y(mark) + 4, mark));
        }
        svg.append(
                "<text x=\"%d\" y=\"%d\">%d s</text>\n"
                        .formatted(WIDTH - 30, HEIGHT + 20, seconds()));
        for (Service service : Service.values()) {
            svg.append(line(service));
        }
        return svg.append("</svg>\n").toString();
    }

    private String line(Service service) {
        String points =
                samples.stream()
                        .filter(each -> each.residentBytes().containsKey(service))
                        .map(each -> x(each) + "," + y(mebibytes(each, service)))
                        .collect(Collectors.joining(" "));
        String colour = COLOURS.get(service.ordinal());
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/><text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n"
                .formatted(
                        points,
                        colour,
                        WIDTH + 10,
                        20 + 16 * service.ordinal(),
                        colour,
                        service.title());
    }

    private static long mebibytes(Sample sample, Service service) {
        return sample.residentBytes().getOrDefault(service, 0L) / MEBIBYTE;
    }

    private long seconds() {
        return samples.isEmpty() ? 1 : Math.max(1, samples.getLast().at().toSeconds());
    }

    private long x(Sample sample) {
        return WIDTH * sample.at().toSeconds() / seconds();
    }

    private long y(long mebibytes) {
        return HEIGHT - HEIGHT * mebibytes / top();
    }

    private long top() {
        long most =
                samples.stream()
                        .flatMap(each -> each.residentBytes().values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        return 100 * (most / MEBIBYTE / 100 + 1);
    }
}
