package dev.pressline.ingest.archive;

import dev.pressline.ingest.archive.ArchiveRow.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A block of an archive's segment, uncompressed: its events in columns, first the numbers of all
 * rows, then their texts. Immutable; the array is handed over.
 */
public final class ArchiveBlock {

    private static final int MAX_ROWS = 262_144;
    private static final int ROW_BYTES = 34;

    private final byte[] block;
    private final ByteBuffer numbers;
    private final int count;

    private ArchiveBlock(byte[] block, int count) {
        this.block = block;
        this.numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        this.count = count;
    }

    /** Reads the numbers of a block; throws {@link InvalidArchiveException}. */
    public static ArchiveBlock of(byte[] block) {
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int count = block.length < Integer.BYTES ? -1 : in.getInt();
        if (count < 0 || count > MAX_ROWS || (long) count * ROW_BYTES > in.remaining()) {
            throw new InvalidArchiveException("a block of " + block.length + " bytes: no rows");
        }
        return new ArchiveBlock(block, count);
    }

    /** How many events it has. */
    public int count() {
        return count;
    }

    /** A column of numbers: where it starts, and how many bytes each takes. */
    private record Column(int start, int width) {

        Column next(int count, int nextWidth) {
            return new Column(start + count * width, nextWidth);
        }
    }

    private long at(Column column, int row) {
        int place = column.start + row * column.width;
        return switch (column.width) {
            case 1 -> numbers.get(place) & 0xFF;
            case 2 -> numbers.getShort(place) & 0xFFFF;
            case 4 -> Integer.toUnsignedLong(numbers.getInt(place));
            default -> numbers.getLong(place);
        };
    }

    /** Where the texts of one kind are: of all rows one behind the other, from {@code place} on. */
    private final class Texts {
        private final Column lengths;
        private long place;

        Texts(Column lengths) {
            this.lengths = lengths;
        }

        /** Lets them begin; returns where they end. */
        long begin(long start) {
            place = start;
            long end = start;
            for (int row = 0; row < count; row++) {
                end += at(lengths, row);
            }
            return end;
        }

        byte[] next(int row) {
            int from = (int) place;
            place += at(lengths, row);
            return Arrays.copyOfRange(block, from, (int) place);
        }

        String nextText(int row) {
            return new String(next(row), StandardCharsets.UTF_8);
        }
    }

    /** Hands each event to {@code reader}, in order; throws {@link InvalidArchiveException}. */
    public void forEach(Consumer<ArchiveRow> reader) {
        Column seqs = new Column(Integer.BYTES, 8);
        Column witnessed = seqs.next(count, 8);
        Column indexed = witnessed.next(count, 8);
        Column kinds = indexed.next(count, 1);
        Texts collections = new Texts(kinds.next(count, 1));
        Texts dids = new Texts(collections.lengths.next(count, 2));
        Texts rkeys = new Texts(dids.lengths.next(count, 1));
        Texts revs = new Texts(rkeys.lengths.next(count, 1));
        Texts payloads = new Texts(revs.lengths.next(count, 4));
        begin(payloads.lengths.next(count, 1).start, collections, dids, rkeys, revs, payloads);
        for (int row = 0; row < count; row++) {
            long time = at(indexed, row);
            reader.accept(
                    new ArchiveRow(
                            at(seqs, row),
                            time == 0 ? at(witnessed, row) : time,
                            Kind.of((int) at(kinds, row)),
                            collections.nextText(row),
                            dids.nextText(row),
                            rkeys.nextText(row),
                            revs.nextText(row),
                            payloads.next(row)));
        }
    }

    private void begin(int start, Texts... texts) {
        long end = start;
        for (Texts each : texts) {
            end = each.begin(end);
        }
        if (end != block.length) {
            throw new InvalidArchiveException(
                    "a block of " + block.length + " bytes whose texts end at " + end);
        }
    }
}
