package dev.pressline.atproto.pds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.atproto.MovableClock;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdsClientTest {

    private static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    private static final Nsid DOCUMENTS = Nsid.parse("site.standard.document");
    private static final PdsClient.Listing LISTING = PdsClient.Listing.of(DID, DOCUMENTS);

    private final PdsClient client = new PdsClient(new GuardedHttp(true, new MovableClock()));

    private static HttpUrl base(LoopbackHost pds) {
        return HttpUrl.get(pds.url("/"));
    }

    @Test
    void latestRev_known_isATid() throws IOException {
        String body = "{\"cid\":\"bafyreib\",\"rev\":\"3mf42slbt3g42\"}";
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(client.latestRev(base(pds), DID))
                    .isEqualTo(new PdsAnswer.Found<>(Tid.parse("3mf42slbt3g42")));
            assertThat(pds.requests())
                    .containsExactly("/xrpc/com.atproto.sync.getLatestCommit?did=" + encoded(DID));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"rev\":7}", "{\"rev\":\"later\"}", "<html>", "{"})
    void latestRev_garbage_isUnavailable(String body) throws IOException {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(client.latestRev(base(pds), DID)).isInstanceOf(PdsAnswer.Unavailable.class);
        }
    }

    @Test
    void latestRev_ofARepoThatIsNotThere_namesTheError() throws IOException {
        String refusal =
                LoopbackHost.answer(
                        "400 Bad Request", "", "{\"error\":\"RepoNotFound\",\"message\":\"no\"}");
        try (LoopbackHost pds = LoopbackHost.saying(refusal)) {
            assertThat(client.latestRev(base(pds), DID))
                    .isEqualTo(new PdsAnswer.NotThere<>(400, "RepoNotFound"));
        }
    }

    @Test
    void refusal_ofAProxy_saysNothingOfTheRepo() throws IOException {
        String refusal = LoopbackHost.answer("403 Forbidden", "", "<html>no robots</html>");
        try (LoopbackHost pds = LoopbackHost.saying(refusal)) {
            assertThat(client.latestRev(base(pds), DID)).isInstanceOf(PdsAnswer.Unavailable.class);
        }
    }

    @Test
    void collections_known_leaveOutWhatIsNoNsid() throws IOException {
        String body = "{\"collections\":[\"site.standard.document\",\"no nsid\",7,null]}";
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(client.collections(base(pds), DID))
                    .isEqualTo(new PdsAnswer.Found<>(List.of(DOCUMENTS)));
        }
    }

    @Test
    void listRecords_page_keepsTheBytesOfEachRecordAsListed() throws IOException {
        String record = "{ \"title\" : \"\\u00e9\\ud800 \\\" }\", \"n\":[1,{}] }";
        String body =
                """
                {"unknown":{"records":[]},"records":[
                  {"uri":"at://did:plc:x/a.b.c/1","cid":"bafy","value":%s,"more":[{}]},
                  {"value":"no object","cid":7},{}],"cursor":"1"}
                """
                        .formatted(record);
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            // When
            RecordPage page = found(client.listRecords(base(pds), LISTING));

            // Then
            assertThat(page.cursor()).contains("1");
            assertThat(page.records()).hasSize(3);
            ListedRecord first = page.records().getFirst();
            assertThat(first.uri()).isEqualTo("at://did:plc:x/a.b.c/1");
            assertThat(first.cid()).isEqualTo("bafy");
            assertThat(first.json()).asString(StandardCharsets.UTF_8).isEqualTo(record);
            assertThat(page.records().get(2).json()).isEmpty();
        }
    }

    @Test
    void listRecords_end_isAPageWithoutRecords() throws IOException {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("{\"records\":[]}"))) {
            assertThat(client.listRecords(base(pds), LISTING.after("3m")))
                    .isEqualTo(new PdsAnswer.Found<>(new RecordPage(List.of(), Optional.empty())));
            assertThat(pds.requests().getFirst()).contains("limit=100").endsWith("cursor=3m");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"records\":{}}",
                "{\"records\":[1]}",
                "{\"records\":[{\"uri\":",
                "x"
            })
    void listRecords_garbage_isUnavailable(String body) throws IOException {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(client.listRecords(base(pds), LISTING))
                    .isInstanceOf(PdsAnswer.Unavailable.class);
        }
    }

    @Test
    void listRecords_nestedTenThousandDeep_isUnavailableAndNoCrash() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String body = "{\"records\":[{\"value\":" + deep + "}]}";
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok(body))) {
            assertThat(client.listRecords(base(pds), LISTING))
                    .isInstanceOf(PdsAnswer.Unavailable.class);
        }
    }

    @Test
    void listRecords_pageTooLarge_isAskedForInHalvesUntilItFits() throws IOException {
        byte[] chunk = new byte[1 << 20];
        LoopbackHost.Behaviour heavy =
                (path, out) -> {
                    if (path.endsWith("limit=25")) {
                        out.write(
                                LoopbackHost.ok("{\"records\":[]}")
                                        .getBytes(StandardCharsets.UTF_8));
                        return;
                    }
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 33; i++) {
                        out.write(chunk);
                    }
                };
        try (LoopbackHost pds = LoopbackHost.start(heavy)) {
            assertThat(client.listRecords(base(pds), LISTING)).isInstanceOf(PdsAnswer.Found.class);
            assertThat(pds.requests()).hasSize(3);
        }
    }

    @Test
    void repository_given_isReadAsItArrives() throws Exception {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("a car"))) {
            assertThat(client.repository(base(pds), DID, 5, car -> new String(car.readAllBytes())))
                    .isEqualTo(new PdsAnswer.Found<>("a car"));
            assertThat(client.repository(base(pds), DID, 4, car -> car.readAllBytes()))
                    .isInstanceOf(PdsAnswer.Refused.class);
            assertThat(pds.requests().getFirst())
                    .isEqualTo("/xrpc/com.atproto.sync.getRepo?did=" + encoded(DID));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"501 Not Implemented", "404 Not Found"})
    void repository_ofAServerWithoutTheMethod_isNotThereAndNotTheRepositorysFault(String status)
            throws Exception {
        String refusal = LoopbackHost.answer(status, "", "<html>");
        try (LoopbackHost pds = LoopbackHost.saying(refusal)) {
            PdsAnswer<Integer> answer = client.repository(base(pds), DID, 5, car -> car.read());
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            PdsAnswer.NotThere.class,
                            no -> assertThat(no.isOfRepository()).isFalse());
        }
    }

    @Test
    void recordProof_isAskedForByTheAddressOfTheRecord() throws Exception {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("proof"))) {
            AtUri record = AtUri.parse("at://" + DID + "/site.standard.document/3m");
            assertThat(found(client.recordProof(base(pds), record)))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("proof");
            assertThat(pds.requests().getFirst())
                    .contains("sync.getRecord")
                    .endsWith("&collection=site.standard.document&rkey=3m");
        }
    }

    @Test
    void blob_equalToItsCid_isFound() throws Exception {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("picture"))) {
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            assertThat(client.blob(base(pds), picture(100), sink))
                    .isEqualTo(new PdsAnswer.Found<>(cid("picture")));
            assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("picture");
        }
    }

    @Test
    void blob_ofOtherBytes_isRefused() throws Exception {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("pictures"))) {
            assertThat(client.blob(base(pds), picture(100), OutputStream.nullOutputStream()))
                    .isInstanceOf(PdsAnswer.Refused.class);
        }
    }

    @Test
    void blob_tooLarge_isRefused() throws Exception {
        try (LoopbackHost pds = LoopbackHost.saying(LoopbackHost.ok("picture"))) {
            assertThat(client.blob(base(pds), picture(6), OutputStream.nullOutputStream()))
                    .isInstanceOf(PdsAnswer.Refused.class);
        }
    }

    @Test
    void blob_gone_isNotThere() throws Exception {
        String refusal =
                LoopbackHost.answer("400 Bad Request", "", "{\"error\":\"InvalidRequest\"}");
        try (LoopbackHost pds = LoopbackHost.saying(refusal)) {
            assertThat(client.blob(base(pds), picture(100), OutputStream.nullOutputStream()))
                    .isEqualTo(new PdsAnswer.NotThere<>(400, "InvalidRequest"));
        }
    }

    private static PdsClient.BlobRequest picture(long maxBytes) throws Exception {
        return new PdsClient.BlobRequest(
                DID, cid("picture"), new Limits(maxBytes, Duration.ofSeconds(30)));
    }

    private static Cid cid(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Cid.of(Cid.Codec.RAW, MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String encoded(Did did) {
        return HttpUrl.get("http://a/")
                .newBuilder()
                .addQueryParameter("d", did.value())
                .build()
                .encodedQuery()
                .substring(2);
    }

    private static <T> T found(PdsAnswer<T> answer) {
        assertThat(answer).isInstanceOf(PdsAnswer.Found.class);
        return ((PdsAnswer.Found<T>) answer).value();
    }
}
