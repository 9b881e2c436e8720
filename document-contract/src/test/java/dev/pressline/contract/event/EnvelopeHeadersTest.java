package dev.pressline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.Samples;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeHeadersTest {

    private static final String KEY =
            "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mf42slbt3g42";

    @ParameterizedTest
    @ValueSource(strings = {"envelope-put", "envelope-delete", "envelope-account"})
    void envelope_ofSample_readAndWrittenIsTheSame(String name) {
        // Given
        JsonNode sample = Samples.of(name);

        // When
        Envelope envelope =
                EnvelopeHeaders.read(
                        sample.get("ce_subject").asText(),
                        headers(sample),
                        sample.get("ce_op").asText().equals("put"));

        // Then
        JsonNode written = json(EnvelopeHeaders.write(envelope));
        assertThat(written).isEqualTo(sample);
        assertThat(Schemas.faults(Schemas.RECORD_ENVELOPE, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelope-job", "envelope-rendered", "envelope-cursor"})
    void envelope_aboutNoRecord_isWrittenAsItsSample(String name) {
        // Given
        JsonNode sample = Samples.of(name);
        EventType type = EventType.of(sample.get("ce_type").asText()).orElseThrow();

        // When
        Headers headers =
                EnvelopeHeaders.write(
                        type,
                        sample.get("ce_source").asText(),
                        sample.get("ce_id").asText(),
                        sample.get("ce_subject").asText());

        // Then
        assertThat(json(headers)).isEqualTo(sample);
        assertThat(Schemas.faults(Schemas.BASE + "envelope.v1.json", sample)).isEmpty();
    }

    @Test
    void envelope_withoutARequiredHeader_isRefusedByTheSchema() {
        ObjectNode sample = (ObjectNode) Samples.of("envelope-put");
        for (String header :
                new String[] {"ce_id", "ce_type", "ce_rev", "ce_op", "ce_dataschema"}) {
            ObjectNode broken = sample.deepCopy();
            broken.remove(header);
            assertThat(Schemas.faults(Schemas.RECORD_ENVELOPE, broken)).as(header).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ce_rev, yesterday",
        "ce_rev, ''",
        "ce_cid, bafy",
        "ce_cid, QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPbdG"
    })
    void read_malformedHeader_isRefusedByItsName(String header, String text) {
        // Given
        Headers headers = headers(Samples.of("envelope-put"));
        EnvelopeHeaders.add(headers, header, text);

        // When / Then
        assertThatExceptionOfType(InvalidEnvelopeException.class)
                .isThrownBy(() -> EnvelopeHeaders.read(KEY, headers, true))
                .withMessageContaining(header)
                .matches(e -> e.header().equals(header));
    }

    @Test
    void read_endlessTexts_areRefusedOrDropped() {
        // Given
        Headers source = headers(Samples.of("envelope-put"));
        EnvelopeHeaders.add(source, "ce_source", "u".repeat(2_049));
        Headers trace = headers(Samples.of("envelope-put"));
        EnvelopeHeaders.add(trace, "traceparent", "0".repeat(100_000));

        // When / Then
        assertThatExceptionOfType(InvalidEnvelopeException.class)
                .isThrownBy(() -> EnvelopeHeaders.read(KEY, source, true))
                .matches(e -> e.header().equals("ce_source"));
        assertThat(EnvelopeHeaders.read(KEY, trace, true).traceparent()).isEmpty();
    }

    @Test
    void read_withoutRev_isRefusedByItsName() {
        assertThatExceptionOfType(InvalidEnvelopeException.class)
                .isThrownBy(() -> EnvelopeHeaders.read(KEY, new RecordHeaders(), true))
                .withMessage("header ce_rev: is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "at://did:plc:abc", "did:", "https://example.com"})
    void read_unreadableKey_isRefusedAsTheKey(String key) {
        Headers headers = headers(Samples.of("envelope-put"));

        assertThatExceptionOfType(InvalidEnvelopeException.class)
                .isThrownBy(() -> EnvelopeHeaders.read(key, headers, true))
                .matches(e -> e.header().equals("key"));
    }

    @Test
    void read_onlyARev_takesTheDefaults() {
        // Given
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, "ce_rev", "3mf42slbt3h2c");

        // When
        Envelope envelope = EnvelopeHeaders.read(KEY, headers, false);

        // Then
        assertThat(envelope.rev()).isEqualTo(Tid.parse("3mf42slbt3h2c"));
        assertThat(envelope.operation()).isEqualTo(Operation.DELETE);
        assertThat(envelope.origin()).isEqualTo(Origin.PUSH);
        assertThat(envelope.verification()).isEqualTo(Verification.NONE);
        assertThat(envelope.cid()).isEmpty();
        assertThat(envelope.time()).isEmpty();
    }

    @Test
    void read_headersOfALaterVersion_ignoresWhatItDoesNotKnow() {
        // Given
        Headers headers = headers(Samples.of("envelope-put"));
        EnvelopeHeaders.add(headers, "ce_origin", "teleport");
        EnvelopeHeaders.add(headers, "ce_verified", "quantum");
        EnvelopeHeaders.add(headers, "ce_time", "tomorrow");
        EnvelopeHeaders.add(headers, "ce_colour", "blue");
        headers.add("ce_source", null);

        // When
        Envelope envelope = EnvelopeHeaders.read(KEY, headers, true);

        // Then
        assertThat(envelope.origin()).isEqualTo(Origin.PUSH);
        assertThat(envelope.verification()).isEqualTo(Verification.NONE);
        assertThat(envelope.time()).isEmpty();
        assertThat(envelope.source()).isEqualTo("urn:pressline:unknown");
    }

    private static Headers headers(JsonNode sample) {
        Headers headers = new RecordHeaders();
        sample.properties()
                .forEach(e -> EnvelopeHeaders.add(headers, e.getKey(), e.getValue().asText()));
        return headers;
    }

    private static JsonNode json(Headers headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        headers.forEach(h -> json.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return json;
    }
}
