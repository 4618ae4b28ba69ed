package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.intake.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlTreeTest {
    @Test
    void elementsAttributesTextAndRepeatsAreToldApart() {
        Object tree = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment is nothing -->
                <s:order xmlns:s="urn:shop" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <s:line>pen &amp; ink</s:line><s:line><![CDATA[<paper>]]></s:line>
                  <s:total type="integer">7</s:total>
                  <s:note xsi:nil="true"/><s:empty/>
                </s:order>""");

        assertThat(tree)
                .isEqualTo(Map.of(
                        "order",
                        Map.of(
                                "line", List.of("pen & ink", "<paper>"),
                                "total", Map.of("@type", "integer", "#text", "7"))));
    }

    @Test
    void aBillionLaughsIsNoMatter() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            dtd.append("<!ENTITY lol").append(level).append(" \"");
            dtd.append(("&lol" + (level - 1) + ";").repeat(10)).append("\">");
        }
        String bomb = dtd + "]><lolz>&lol9;</lolz>";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertRefused(bomb));
    }

    @Test
    void asManySiblingsAsABodyHoldsAreReadAtOnce() {
        String many = "<a>" + "<b>x</b>".repeat(99_000) + "</a>";
        String tooMany = "<a>" + "<b/>".repeat(100_000) + "</a>";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(read(many))
                .isEqualTo(Map.of("a", Map.of("b", Collections.nCopies(99_000, "x")))));
        assertRefused(tooMany);
    }

    @Test
    void nothingIsFetchedFromOutside(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the crown jewels");
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>";
        String dtd = "<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>";
        String parameter = "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]><a/>";
        String include = "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" href=\""
                + secret.toUri() + "\"/></a>";

        assertRefused(entity);
        assertRefused(dtd);
        assertRefused(parameter);
        assertThat(XmlTree.read(bytes(include)).toString()).doesNotContain("crown jewels");
    }

    @Test
    void whatIsBrokenDeepOrInAnotherEncodingIsRefused() {
        assertRefused("<a><b></a>");
        assertRefused("");
        assertRefused("{}");
        assertRefused("<a>".repeat(65) + "</a>".repeat(65));
        assertRefused("<a>".repeat(100_000) + "</a>".repeat(100_000));
        assertThat(XmlTree.read("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Decision.Declined.class);
        assertThat(XmlTree.read("<?xml version=\"1.0\" encoding=\"martian\"?><a/>".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Decision.Declined.class);
        assertThat(XmlTree.read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>"
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Decision.accept(Map.of("a", "é")));
    }

    private static void assertRefused(String xml) {
        assertThat(XmlTree.read(bytes(xml))).isInstanceOfSatisfying(Decision.Declined.class, declined -> {
            assertThat(declined.why().reason()).isEqualTo("malformed-xml");
            assertThat(declined.why().detail()).doesNotContain("crown jewels", "\tat ");
        });
    }

    private static Object read(String xml) {
        return switch (XmlTree.read(bytes(xml))) {
            case Decision.Accepted<Object>(Object tree) -> tree;
            case Decision.Declined<Object>(var why) -> throw new AssertionError(why.detail());
        };
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
