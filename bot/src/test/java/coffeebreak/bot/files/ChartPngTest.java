package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.organizing.Chart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartPngTest {

    private static BufferedImage image(Chart chart) throws IOException {
        var png = new ChartPng().png(chart).orElseThrow();
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static Chart.Bars bars(int count) {
        return new Chart.Bars(
                "Seats taken",
                "people",
                6,
                Collections.nCopies(count, 3).stream()
                        .map(value -> new Chart.Bar("Jeremy Cohen, Coffee Break 1: 3 of 6", value))
                        .toList());
    }

    @Test
    void aChartOfBarsGrowsWithItsRowsUpToForty() throws IOException {
        assertThat(image(bars(20)).getHeight() - image(bars(10)).getHeight()).isEqualTo(340);
        assertThat(image(bars(60)).getHeight()).isEqualTo(image(bars(40)).getHeight());
    }

    @Test
    void aSpreadOfValuesIsPaintedAlsoWhereThereAreFew() throws IOException {
        var image = image(new Chart.Spread(
                "Affinity",
                "affinity",
                List.of(new Chart.Values("the seats", List.of(1.0, 0.0)), new Chart.Values("by chance", List.of()))));

        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(has(image, 0x1F4E79)).as("a bar in its colour").isTrue();
    }

    private static boolean has(BufferedImage image, int colour) {
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == colour) {
                    return true;
                }
            }
        }
        return false;
    }
}
