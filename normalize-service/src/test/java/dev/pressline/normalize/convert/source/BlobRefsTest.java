package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.normalize.core.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobRefsTest {

    private static final String CID = "bafkreiauqoon5n75q3bjpyhe6blq2swet4zdek6ibpkyy4qc3no7slx5da";
    private static final String OF_A_RECORD =
            "bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a";

    /** Reads JSON with single quotation marks in which {@code CID} stands for a CID. */
    private static JsonNode json(String text) {
        return Records.quoted(text.replace("CID", CID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ref': {'$link': 'CID'}}",
                "{'ref': {'/': 'CID'}}",
                "{'ref': 'CID'}",
                "{'$link': 'CID'}",
                "{'cid': 'CID'}",
                "'CID'",
                "'blob:CID'"
            })
    void reference_inAnyForm_isABlobOfUnknownTypeAndSize(String form) {
        assertThat(BlobRefs.of(json(form)))
                .contains(new BlobRef(Cid.parse(CID), BlobRefs.ANY_TYPE, -1));
    }

    @Test
    void reference_withTypeAndSize_keepsThem() {
        assertThat(BlobRefs.of(json("{'ref': 'CID', 'mimeType': 'image/png', 'size': 0}")))
                .contains(new BlobRef(Cid.parse(CID), "image/png", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image",
                "/png",
                "image/",
                "image/p ng",
                "image/<b>",
                "imagé/png",
                "a/\u007F"
            })
    void mediaType_thatIsNone_isAny(String type) {
        assertThat(BlobRefs.of(json("{'ref': 'CID', 'mimeType': '" + type + "'}")))
                .map(BlobRef::mimeType)
                .contains(BlobRefs.ANY_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1, -1", "'''1''', -1", "1.5, -1", "99999999999999999999, -1"})
    void size_thatIsNoNumberOfBytes_isUnknown(String size, long known) {
        assertThat(BlobRefs.of(json("{'ref': 'CID', 'size': " + size + "}")))
                .map(BlobRef::size)
                .contains(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'x'", "'blob:'", "{}", "1", "null", "{'ref': {}}", "'" + OF_A_RECORD + "'"})
    void value_thatRefersToNoBlob_isNone(String value) {
        assertThat(BlobRefs.of(json(value))).isEmpty();
    }
}
