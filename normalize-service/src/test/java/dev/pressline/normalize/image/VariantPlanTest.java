package dev.pressline.normalize.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantPlanTest {

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 480, 300, ''",
        "image/jpeg, 481, 300, 480",
        "image/png, 1000, 1000, 480 960",
        "image/webp, 1601, 900, 480 960 1600",
        "image/jpeg, 6000, 4000, 480 960 1600",
        "image/jpeg, 6001, 4000, ''",
        "image/jpeg, 1000, 24000, 480",
        "image/gif, 2000, 1000, ''",
        "image/avif, 2000, 1000, ''",
        "application/pdf, 2000, 1000, ''"
    })
    void widths_followFromTheHeader(String type, int width, int height, String expected) {
        List<Integer> widths =
                Arrays.stream(expected.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(Integer::valueOf)
                        .toList();
        assertThat(VariantPlan.widths(type, new Dimensions(width, height))).isEqualTo(widths);
    }

    @ParameterizedTest
    @CsvSource({"3000, 2000, 1", "3001, 2000, 2", "6000, 4000, 2", "1, 1, 1"})
    void decoding_neverTakesMoreThanSixMillionPixels(int width, int height, int every) {
        assertThat(VariantPlan.every(new Dimensions(width, height))).isEqualTo(every);
    }
}
