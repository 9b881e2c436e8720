package dev.pressline.testing.benchmarks.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.data.RecordCid;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.ContentConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.core.RecordReader;
import dev.pressline.normalize.core.RecordReader.Reading;
import dev.pressline.normalize.language.LanguageDetector;
import dev.pressline.normalize.lexicon.LexiconValidator;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.repair.RecordFacts;
import dev.pressline.normalize.repair.RepairRules;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.text.Sentences;
import dev.pressline.normalize.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The steps that normalizing is made of, each for itself, on what the steps before it give.
 * Immutable.
 */
final class Steps {

    private static final LexiconValidator LEXICONS = LexiconValidator.bundled();
    private static final int SUMMARY_GRAPHEMES = 300;

    private final List<Sample> samples;

    Steps(Documents documents, List<byte[]> records) {
        samples = records.stream().map(record -> Sample.of(documents, record)).toList();
    }

    /** A record at every stage of its way. */
    private record Sample(byte[] bytes, ObjectNode value, Document document) {

        static Sample of(Documents documents, byte[] bytes) {
            return new Sample(bytes, (ObjectNode) parsed(bytes), documents.normalize(bytes));
        }
    }

    /** Each step by its name; a step is told the number of a document. */
    Map<String, IntConsumer> all() {
        Map<String, IntConsumer> steps = new LinkedHashMap<>();
        steps.put("  parse", step(sample -> parsed(sample.bytes)));
        steps.put("  repair", step(Steps::repair));
        steps.put("  convert", step(Steps::convert));
        steps.put("  text of the body", step(s -> PlainText.of(s.document.body().blocks())));
        steps.put("  language", step(s -> LanguageDetector.detect(s.document.text())));
        steps.put("  words, summary", step(Steps::count));
        steps.put("  validate", step(s -> LEXICONS.validate(s.value)));
        steps.put("besides: CID, if ingest gave none", step(s -> RecordCid.of(s.value)));
        steps.put("besides: write", step(s -> ContractJson.write(s.document)));
        return steps;
    }

    private IntConsumer step(Consumer<Sample> work) {
        return i -> work.accept(samples.get(i % samples.size()));
    }

    private static JsonNode parsed(byte[] bytes) {
        if (RecordReader.read(bytes) instanceof Reading.Readable(JsonNode value)) {
            return value;
        }
        throw new IllegalStateException("a sample is no JSON");
    }

    private static void repair(Sample sample) {
        Document document = sample.document;
        RecordFacts facts = new RecordFacts(document.uri(), document.rev(), Optional.empty());
        Draft draft = new Draft(sample.value, facts, RepairSwitches.ALL);
        RepairRules.repairStructure(draft);
        if (!document.body().source().equals(ContentConverter.TEXT)) {
            draft.bodyIsElsewhere(document.text());
        }
        RepairRules.repairFields(draft);
    }

    private static Body convert(Sample sample) {
        Document document = sample.document;
        ConversionContext context = new ConversionContext(document.uri(), document.canonicalUrl());
        return ContentConverter.convert(
                Optional.ofNullable(sample.value.get("content")),
                sample.value.path("textContent").asText(),
                context);
    }

    private static void count(Sample sample) {
        Words.count(sample.document.text());
        Sentences.first(sample.document.text(), SUMMARY_GRAPHEMES);
    }
}
