package dev.pressline.normalize.convert;

import dev.pressline.contract.document.Body;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.testing.Golden;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealBodiesTest {

    static List<RealRecords.Sample> documents() {
        return RealRecords.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void body_ofARealRecord_isTheReviewedOne(RealRecords.Sample sample) throws IOException {
        // Given
        ConversionContext context = new ConversionContext(sample.uri(), Optional.empty());
        // When
        Body body =
                ContentConverter.convert(
                        Optional.ofNullable(sample.value().get("content")),
                        sample.value().path("textContent").asText(),
                        context);
        // Then
        Golden.assertMatches("bodies/" + sample.uri().rkey() + ".json", body);
    }
}
