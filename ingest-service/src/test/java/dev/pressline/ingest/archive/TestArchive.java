package dev.pressline.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.archive.ArchiveRow.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** A Jetstream that serves an archive of segments written here, as the format's table says. */
public final class TestArchive implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";

    private final HttpServer server;
    private final Map<String, Segment> segments = new TreeMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int entriesPerPlan = Integer.MAX_VALUE;

    /** A segment: its file, the last seq of it, and how often it was written. */
    private record Segment(byte[] file, long maxSeq, int version) {}

    private TestArchive(HttpServer server) {
        this.server = server;
    }

    /** One without segments. */
    public static TestArchive start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        TestArchive archive = new TestArchive(server);
        server.createContext("/xrpc/network.bsky.jetstream.planSnapshot", archive::plan);
        server.createContext("/xrpc/network.bsky.jetstream.getSegment", archive::segment);
        server.start();
        return archive;
    }

    /** Where it is. */
    public HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    List<String> requests() {
        return requests;
    }

    void planOnly(int entries) {
        entriesPerPlan = entries;
    }

    /** A record of one text field. */
    public static ArchiveRow row(long seq, String rkey, String title) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        byte[] text = title.getBytes(StandardCharsets.UTF_8);
        record.writeBytes(new byte[] {(byte) 0xA1, 0x65, 't', 'i', 't', 'l', 'e'});
        if (text.length < 24) {
            record.write(0x60 + text.length);
        } else if (text.length < 256) {
            record.writeBytes(new byte[] {0x78, (byte) text.length});
        } else {
            record.writeBytes(new byte[] {0x79, (byte) (text.length >> 8), (byte) text.length});
        }
        record.writeBytes(text);
        return new ArchiveRow(
                seq,
                1_750_000_000_000_000L + seq,
                Kind.CREATE,
                "site.standard.document",
                DID,
                rkey,
                "3mf42slbt3g42",
                record.toByteArray());
    }

    /** A block, uncompressed. */
    static byte[] block(List<ArchiveRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 4, rows.size());
        rows.forEach(row -> write(out, 8, row.seq()));
        rows.forEach(row -> write(out, 8, row.time()));
        rows.forEach(row -> write(out, 8, 0));
        rows.forEach(row -> write(out, 1, row.kind().ordinal() + 1));
        rows.forEach(row -> write(out, 1, row.collection().length()));
        rows.forEach(row -> write(out, 2, row.did().length()));
        rows.forEach(row -> write(out, 1, row.rkey().length()));
        rows.forEach(row -> write(out, 1, row.rev().length()));
        rows.forEach(row -> write(out, 4, row.payload().length));
        List<Function<ArchiveRow, String>> texts =
                List.of(ArchiveRow::collection, ArchiveRow::did, ArchiveRow::rkey, ArchiveRow::rev);
        for (Function<ArchiveRow, String> text : texts) {
            rows.forEach(row -> out.writeBytes(text.apply(row).getBytes(StandardCharsets.UTF_8)));
        }
        rows.forEach(row -> out.writeBytes(row.payload()));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int width, long value) {
        for (int i = 0; i < width; i++) {
            out.write((int) (value >> (8 * i)));
        }
    }

    /** Adds a segment or writes it anew, of blocks of rows. */
    @SafeVarargs
    public final void write(String name, List<ArchiveRow>... blocks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        long maxSeq = 0;
        for (List<ArchiveRow> rows : blocks) {
            byte[] block = block(rows);
            byte[] frame = Zstd.compress(block);
            write(index, 8, SegmentHeader.LENGTH + body.size());
            write(index, 4, frame.length);
            write(index, 4, block.length);
            write(index, 4, rows.size());
            write(index, 8, rows.getFirst().seq());
            maxSeq = rows.getLast().seq();
            write(index, 8, maxSeq);
            write(index, 8, 0);
            write(index, 8, 0);
            write(body, 8, frame.length);
            body.writeBytes(frame);
        }
        ByteBuffer header =
                ByteBuffer.allocate(SegmentHeader.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.put("jss0".getBytes(StandardCharsets.US_ASCII)).putLong(1).putShort((short) 1);
        header.putInt(blocks.length);
        header.putLong(58, SegmentHeader.LENGTH + body.size());
        header.putLong(90, SegmentHeader.LENGTH + body.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.array());
        file.writeBytes(body.toByteArray());
        file.writeBytes(index.toByteArray());
        Segment before = segments.get(name);
        int version = before == null ? 1 : before.version() + 1;
        segments.put(name, new Segment(file.toByteArray(), maxSeq, version));
    }

    /** Changes a byte of the first block. */
    void damage(String name) {
        Segment segment = java.util.Objects.requireNonNull(segments.get(name));
        segment.file()[SegmentHeader.LENGTH + Long.BYTES + 12] ^= 0x55;
    }

    private void plan(HttpExchange exchange) throws IOException {
        JsonNode question = ContractJson.mapper().readTree(exchange.getRequestBody());
        requests.add("plan " + question);
        long after = question.path("afterSeq").asLong();
        ObjectNode plan = ContractJson.mapper().createObjectNode();
        ArrayNode parts = plan.putArray("segments");
        long sealed = segments.values().stream().mapToLong(Segment::maxSeq).max().orElse(0);
        long through = sealed;
        for (Map.Entry<String, Segment> segment : segments.entrySet()) {
            if (segment.getValue().maxSeq() > after && parts.size() < entriesPerPlan) {
                parts.addObject().put("name", segment.getKey()).put("mode", "segment");
                through = segment.getValue().maxSeq();
            }
        }
        plan.put("plannedThroughSeq", through).put("sealedTipSeq", sealed);
        answer(exchange, 200, ContractJson.mapper().writeValueAsBytes(plan));
    }

    private void segment(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getQuery().replace("name=", "");
        requests.add("segment " + name);
        Segment segment = segments.get(name);
        Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (segment == null || !range.matches()) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        String tag = "\"" + name + segment.version() + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        String asked = exchange.getRequestHeaders().getFirst("If-Range");
        if (asked != null && !asked.equals(tag)) {
            answer(exchange, 200, segment.file());
            return;
        }
        int from = Integer.parseInt(range.group(1));
        int to = Math.min(segment.file().length, Integer.parseInt(range.group(2)) + 1);
        answer(exchange, 206, java.util.Arrays.copyOfRange(segment.file(), from, to));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The names of what was read. */
    static List<String> rkeys(List<ArchiveRow> rows) {
        return new ArrayList<>(rows.stream().map(ArchiveRow::rkey).toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
