package dev.pressline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventKeyTest {

    private static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");

    @Test
    void key_ofARecord_namesItsAccount() {
        String text = "at://" + DID + "/site.standard.document/3mf42slbt3g42";

        EventKey key = EventKey.parse(text);

        assertThat(key).isInstanceOf(EventKey.OfRecord.class);
        assertThat(key.did()).isEqualTo(DID);
        assertThat(key.text()).isEqualTo(text);
    }

    @Test
    void key_ofAnAccount_isItsDid() {
        EventKey key = EventKey.parse(DID.value());

        assertThat(key).isEqualTo(new EventKey.OfAccount(DID));
        assertThat(key.text()).isEqualTo(DID.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice.example",
                "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz",
                "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document",
                "at://alice.example/site.standard.document/3mf42slbt3g42",
                "document/did:plc:ewvi7nxzyoun6zhxrhs64oiz/3mf/"
            })
    void key_ofAnythingElse_isRefused(String text) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> EventKey.parse(text));
    }
}
