package io.vigie.ingest.source;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML as a tree that mappings can walk like JSON: elements by their local name, a list where one repeats, attributes as
 * {@code @name}, the text beside them as {@code #text}; empty elements and those marked nil are left out.
 */
final class XmlTree {
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 100_000;
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private static final DocumentBuilderFactory CLOSED_TO_THE_OUTSIDE = closedToTheOutside();

    private int elements;

    private XmlTree() {}

    static Decision<Object> read(byte[] bytes) {
        try {
            Document document = builder().parse(new ByteArrayInputStream(bytes));
            Element root = document.getDocumentElement();
            Map<String, Object> tree = new LinkedHashMap<>();
            new XmlTree().value(root, 1).ifPresent(value -> tree.put(name(root), value));
            return Decision.accept(tree);
        } catch (SAXException | IOException e) {
            return Decision.decline(Reason.MALFORMED_XML.because(
                    "this is no XML that is taken here (no DTD, no entities of its own): " + firstLine(e)));
        } catch (TooMuch e) {
            return Decision.decline(Reason.MALFORMED_XML.because(firstLine(e)));
        }
    }

    private Optional<Object> value(Element element, int depth) {
        checkSize(depth);
        Map<String, Object> parts = new LinkedHashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        boolean nil = false;
        for (int at = 0; at < attributes.getLength(); at++) {
            Attr attribute = (Attr) attributes.item(at);
            nil |= "nil".equals(name(attribute)) && "true".equals(attribute.getValue());
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                parts.put("@" + name(attribute), attribute.getValue());
            }
        }
        StringBuilder text = new StringBuilder();
        boolean children = addChildren(element, depth, parts, text);
        return nil ? Optional.empty() : whole(parts, text.toString().strip(), children);
    }

    /** Lists grow in place: a copy for each of many siblings would cost their square. */
    private boolean addChildren(Element element, int depth, Map<String, Object> parts, StringBuilder text) {
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        boolean children = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element inner -> {
                    children = true;
                    value(inner, depth + 1)
                            .ifPresent(value -> byName.computeIfAbsent(name(inner), _ -> new ArrayList<>())
                                    .add(value));
                }
                default -> text.append(child.getNodeType() == Node.COMMENT_NODE ? "" : child.getNodeValue());
            }
        }
        byName.forEach((name, values) -> parts.put(name, values.size() == 1 ? values.getFirst() : values));
        return children;
    }

    private void checkSize(int depth) {
        if (depth > DEEPEST) {
            throw new TooMuch("the XML nests deeper than " + DEEPEST);
        }
        if (++elements > MOST_ELEMENTS) {
            throw new TooMuch("the XML has more than " + MOST_ELEMENTS + " elements: send smaller documents");
        }
    }

    private static Optional<Object> whole(Map<String, Object> parts, String text, boolean children) {
        if (!children && parts.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (!text.isEmpty()) {
            parts.put("#text", text);
        }
        return Optional.of(parts);
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getLocalName()).orElseGet(node::getNodeName);
    }

    private static String firstLine(Exception e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("it cannot be read");
    }

    /** From one factory, which tries each setting on a parser of its own: to ask another each time costs ten parsers. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder;
            synchronized (CLOSED_TO_THE_OUTSIDE) {
                builder = CLOSED_TO_THE_OUTSIDE.newDocumentBuilder();
            }
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((_, system) -> {
                throw new SAXException("the entity " + system + " is not fetched");
            });
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory closedToTheOutside() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            close(factory);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot read XML safely", e);
        }
        return factory;
    }

    private static void close(DocumentBuilderFactory factory) throws ParserConfigurationException {
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(APACHE + "disallow-doctype-decl", true);
        factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
        factory.setFeature(SAX + "external-general-entities", false);
        factory.setFeature(SAX + "external-parameter-entities", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooMuch(String message) {
            super(message);
        }
    }
}
