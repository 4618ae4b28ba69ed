package io.vigie.retention.dispatch;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.vigie.retention.letters.ActingFiles;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Turns HTML into PDF/A-2b: fonts and colours within, so that it looks the same in thirty years. */
@Singleton
public class Printer {
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final ActingFiles files;

    Printer(ActingFiles files) {
        this.files = files;
        XRLog.setLoggingEnabled(false);
    }

    /** Sheets of A4 unless the style sheet says otherwise. */
    public byte[] print(String html) {
        ByteArrayOutputStream sheets = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(COLOURS)
                    .withProducer("Vigie")
                    .useFont(font("Regular"), FAMILY, NORMAL, FontStyle.NORMAL, true)
                    .useFont(font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .useFont(font("Italic"), FAMILY, NORMAL, FontStyle.ITALIC, true)
                    .useExternalResourceAccessControl(
                            (uri, _) -> allowed(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withHtmlContent(html, files.folder().map(Printer::base).orElse(null))
                    .toStream(sheets)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("a letter could not be set", e);
        }
        return sheets.toByteArray();
    }

    /** One file of all sheets, in their order. */
    public byte[] bind(List<byte[]> parts) {
        ByteArrayOutputStream bound = new ByteArrayOutputStream();
        PDFMergerUtility merger = new PDFMergerUtility();
        try (PDDocument all = Loader.loadPDF(parts.getFirst())) {
            for (byte[] part : parts.subList(1, parts.size())) {
                try (PDDocument next = Loader.loadPDF(part)) {
                    merger.appendDocument(all, next);
                }
            }
            all.save(bound);
        } catch (IOException e) {
            throw new UncheckedIOException("letters could not be bound", e);
        }
        return bound.toByteArray();
    }

    /** Pictures come from the company's own folder or stand in the text; nothing is fetched for a letter. */
    private boolean allowed(String uri) {
        return uri.startsWith("data:")
                || files.folder().map(Printer::base).filter(uri::startsWith).isPresent();
    }

    private static String base(Path folder) {
        return folder.toAbsolutePath().normalize().toUri().toString();
    }

    private static FSSupplier<InputStream> font(String style) {
        return () -> Objects.requireNonNull(
                Printer.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"), style);
    }
}
