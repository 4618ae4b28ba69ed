package io.vigie.ingest.access;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds which organization an outbound message says it is from, in its one right place and nowhere else. */
final class SalesforceOrganization {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
    private static final List<QName> PLACE = List.of(
            new QName(SOAP, "Envelope"),
            new QName(SOAP, "Body"),
            new QName(OUTBOUND, "notifications"),
            new QName(OUTBOUND, "OrganizationId"));

    private SalesforceOrganization() {}

    /** Empty when the body is no such message, or says it twice, or in anything but plain text. */
    static Optional<String> of(byte[] body) {
        try {
            List<String> found = read(body);
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static List<String> read(byte[] body) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(body));
        Deque<QName> open = new ArrayDeque<>();
        List<String> found = new ArrayList<>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.addLast(xml.getName());
                    if (open.size() == PLACE.size() && PLACE.equals(List.copyOf(open))) {
                        found.add(plainText(xml));
                        open.removeLast();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a message declares nothing");
                default -> {}
            }
        }
        return found;
    }

    private static String plainText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() == XMLStreamConstants.CHARACTERS) {
            text.append(xml.getText());
        }
        if (xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
            throw new XMLStreamException("an organization's id is plain text");
        }
        return text.toString();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
