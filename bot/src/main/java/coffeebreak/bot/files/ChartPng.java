package coffeebreak.bot.files;

import coffeebreak.bot.organizing.Chart;
import coffeebreak.bot.organizing.Chart.Bar;
import coffeebreak.bot.organizing.ChartPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Charts as PNG, in the Liberation Sans that PDFBox brings along, so that the machine needs no fonts of its own.
public final class ChartPng implements ChartPainter {

    private static final int WIDTH = 900;
    private static final int ROW = 34;
    private static final int MOST_BARS = 40;
    private static final int BINS = 20;
    /// Dark enough on white (7:1 and 3:1), and told apart also by those who see no red or green.
    private static final Color[] COLOURS = {new Color(0x1F4E79), new Color(0xE08A00)};
    private static final Color INK = new Color(0x1D1C1D);
    private static final Color GRID = new Color(0xDDDDDD);

    private final Logger log = System.getLogger(ChartPng.class.getName());

    @Override
    public Optional<byte[]> png(Chart chart) {
        try {
            var font = font();
            return Optional.of(encoded(
                    switch (chart) {
                        case Chart.Bars bars -> painted(bars, font);
                        case Chart.Spread spread -> painted(spread, font);
                    }));
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError without) {
            // A machine without the libraries for fonts: the report says the same in words.
            log.log(Level.WARNING, "no chart can be painted here", without);
            return Optional.empty();
        }
    }

    private static Font font() throws IOException, FontFormatException {
        try (var file = ChartPng.class.getResourceAsStream(PdfWords.FONT)) {
            if (file == null) {
                throw new IOException("PDFBox brings no " + PdfWords.FONT + " any more");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }

    private static byte[] encoded(IChart chart) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", bytes);
        return bytes.toByteArray();
    }

    private static HorizontalBarChart painted(Chart.Bars bars, Font font) {
        var shown = bars.bars().subList(0, Math.min(bars.bars().size(), MOST_BARS));
        var chart = new HorizontalBarChartBuilder()
                .width(WIDTH)
                .height(130 + ROW * shown.size())
                .title(bars.title())
                .xAxisTitle(bars.axis())
                .build();
        style(chart.getStyler(), font);
        chart.getStyler().setLabelsVisible(false).setAvailableSpaceFill(0.7);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(bars.most())
                .setPlotGridHorizontalLinesVisible(false)
                .setXAxisDecimalPattern("#")
                // Holds for both axes; with more than a row has, labels of rows are left out.
                .setXAxisTickMarkSpacingHint(ROW - 6)
                .setYAxisLabelAlignment(TextAlignment.Right)
                .setLegendVisible(false);
        chart.addSeries(
                bars.axis(),
                shown.stream().map(Bar::value).toList(),
                shown.stream().map(Bar::label).toList());
        return chart;
    }

    private static CategoryChart painted(Chart.Spread spread, Font font) {
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(500)
                .title(spread.title())
                .xAxisTitle(spread.axis())
                .yAxisTitle("share in %")
                .build();
        style(chart.getStyler(), font);
        chart.getStyler().setAvailableSpaceFill(0.9);
        chart.getStyler()
                .setPlotGridVerticalLinesVisible(false)
                .setYAxisDecimalPattern("#")
                .setXAxisMaxLabelCount(BINS)
                .setXAxisTickMarkSpacingHint(5)
                // Inside it would hide bars.
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        var from = spread.sets().stream()
                .flatMap(set -> set.values().stream())
                .mapToInt(ChartPng::bin)
                .min()
                .orElse(0);
        var to = spread.sets().stream()
                .flatMap(set -> set.values().stream())
                .mapToInt(ChartPng::bin)
                .max()
                .orElse(BINS - 1);
        for (var set : spread.sets()) {
            chart.addSeries(set.name(), labels(from, to), shares(set.values(), from, to));
        }
        return chart;
    }

    private static int bin(double value) {
        return Math.clamp((long) Math.floor(value * BINS), 0, BINS - 1);
    }

    /// Where each bin begins: "0.35".
    private static List<String> labels(int from, int to) {
        var labels = new ArrayList<String>();
        for (var bin = from; bin <= to; bin++) {
            labels.add(String.format(Locale.ROOT, "%.2f", (double) bin / BINS));
        }
        return labels;
    }

    private static List<Double> shares(List<Double> values, int from, int to) {
        var counts = new double[to - from + 1];
        values.forEach(value -> counts[bin(value) - from]++);
        var shares = new ArrayList<Double>();
        for (var count : counts) {
            shares.add(values.isEmpty() ? 0 : 100 * count / values.size());
        }
        return shares;
    }

    private static void style(AxesChartStyler styler, Font font) {
        styler.setBaseFont(font.deriveFont(15f));
        styler.setChartTitleFont(font.deriveFont(19f));
        styler.setAxisTitleFont(font.deriveFont(15f));
        styler.setAxisTickLabelsFont(font.deriveFont(15f));
        styler.setLegendFont(font.deriveFont(15f));
        styler.setAnnotationTextFont(font.deriveFont(15f));
        styler.setAnnotationTextPanelFont(font.deriveFont(15f));
        styler.setToolTipFont(font.deriveFont(15f));
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setSeriesColors(COLOURS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleBoxVisible(false);
        styler.setChartPadding(18);
        styler.setLocale(Locale.ROOT);
    }
}
