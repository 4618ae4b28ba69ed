package io.vigie.retention.policy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Holds a DMN file to one table of plain cells before any engine sees it: DMN is a language in which whoever drafts a policy
 * could otherwise have this service run code of theirs.
 */
final class PlainModel {
    private static final Set<String> PLAIN =
            Set.of("definitions description extensionElements inputData variable decision question allowedAnswers"
                    .concat(" informationRequirement requiredInput itemDefinition typeRef allowedValues decisionTable")
                    .concat(" input inputExpression inputValues output outputValues defaultOutputEntry annotation rule")
                    .concat(" inputEntry outputEntry annotationEntry text")
                    .split(" "));
    private static final Set<String> READ_BY_NOBODY = Set.of("DMNDI", "description", "annotation", "annotationEntry");
    private static final Set<String> ONLY_VALUES =
            Set.of("inputValues", "outputValues", "allowedValues", "defaultOutputEntry", "outputEntry");
    private static final String VALUE = "(?:\"[^\"\\\\]*\"|-?\\d+(?:\\.\\d+)?|true|false|null|-)";
    private static final Pattern VALUES = Pattern.compile("(?:%s(?:\\s*,\\s*%s)*)?".formatted(VALUE, VALUE));

    private final Element root;

    private PlainModel(Element root) {
        this.root = root;
    }

    /** Whatever is not plain, by its row. */
    static List<Flaw> flaws(String dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new PlainModel(builder.parse(new InputSource(new StringReader(dmn)))
                            .getDocumentElement())
                    .flaws();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return List.of(new Flaw("table", "the policy is no DMN model: " + e.getMessage()));
        }
    }

    private List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        look(root, "table", flaws);
        long decisions = named(root, "decision").count();
        List<Element> tables = named(root, "decisionTable").toList();
        if (decisions != 1 || tables.size() != 1) {
            flaws.add(new Flaw("table", "a policy has one decision, made by one table; delete the others"));
        } else {
            if (!tables.getFirst().getAttribute("hitPolicy").equals("FIRST")) {
                flaws.add(new Flaw("table", "the first row that matches wins: set the table's hit policy to FIRST"));
            }
            flaws.addAll(cells(tables.getFirst()));
        }
        return flaws;
    }

    private static void look(Element element, String row, List<Flaw> flaws) {
        String tag = element.getLocalName();
        if (READ_BY_NOBODY.contains(tag)) {
            return;
        }
        String here = tag.equals("rule") ? nameOf(element) : row;
        String language = element.getAttribute("expressionLanguage");
        if (!PLAIN.contains(tag)) {
            flaws.add(new Flaw(
                    here, "<" + tag + "> does not belong in a policy, which is one table of plain cells; delete it"));
        } else if (!language.isEmpty() && !language.contains("FEEL")) {
            flaws.add(new Flaw(here, "is written in " + language + "; write it in FEEL"));
        } else if (ONLY_VALUES.contains(tag) && !VALUES.matcher(text(element)).matches()) {
            flaws.add(new Flaw(here, text(element) + " is no plain value; give a word in quotes, a number, or null"));
        } else {
            children(element).forEach(child -> look(child, here, flaws));
        }
    }

    /** What each row asks, as far as customers can be asked it; what they cannot is told by who reads the questions. */
    private static List<Flaw> cells(Element table) {
        List<Optional<Question>> questions = named(table, "inputExpression")
                .map(asked -> Question.named(text(asked)))
                .toList();
        List<Flaw> flaws = new ArrayList<>();
        named(table, "rule").forEach(rule -> {
            List<Element> entries = named(rule, "inputEntry").toList();
            if (entries.size() != questions.size()) {
                flaws.add(
                        new Flaw(nameOf(rule), "has " + entries.size() + " conditions, the table " + questions.size()));
            } else {
                IntStream.range(0, entries.size())
                        .mapToObj(i -> questions.get(i).flatMap(asked -> flaw(asked, text(entries.get(i)))))
                        .flatMap(Optional::stream)
                        .forEach(reason -> flaws.add(new Flaw(nameOf(rule), reason)));
            }
        });
        return flaws;
    }

    private static Optional<String> flaw(Question asked, String cell) {
        try {
            Cell.of(asked, cell);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A row is called by what it puts out first, its name. */
    private static String nameOf(Element rule) {
        return named(rule, "outputEntry")
                .findFirst()
                .map(entry -> text(entry).replace("\"", ""))
                .orElseGet(() -> rule.getAttribute("id"));
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static Stream<Element> named(Element within, String tag) {
        return elements(within.getElementsByTagNameNS("*", tag));
    }

    private static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
