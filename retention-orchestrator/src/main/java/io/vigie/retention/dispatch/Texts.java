package io.vigie.retention.dispatch;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.Startup;
import io.vigie.retention.letters.ActingFiles;
import io.vigie.retention.letters.AddressList;
import io.vigie.retention.letters.Brief;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Wording;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets what stands in a letter by its template; each is tried at the start, so that a wrong one stops the service. */
@Singleton
@Startup
public class Texts {
    private final ActingFiles files;
    private final Company company;
    private final Engine engine;

    Texts(ActingFiles files, Company company, Occasions occasions) {
        this.files = files;
        this.company = company;
        this.engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(this::locate)
                .build();
        check(occasions);
    }

    /** A letter as HTML. */
    public String letter(Letter letter) {
        return set("letters/" + letter.text() + "." + letter.language() + ".html", letter);
    }

    /** A brief as HTML. */
    String brief(Brief brief) {
        return engine.getTemplate("letters/brief.html").data("brief", brief).render();
    }

    /** To whom a batch goes, as HTML. */
    String addresses(AddressList list) {
        return engine.getTemplate("letters/addresses.html")
                .data("list", list)
                .data("company", company.in(list.language()))
                .render();
    }

    /** A message with our name below it. */
    public Wording message(Letter letter) {
        Wording wording = Wording.of(set("messages/" + letter.text() + "." + letter.language() + ".txt", letter));
        String foot = set("messages/foot." + letter.language() + ".txt", letter);
        return new Wording(wording.subject(), wording.body() + "\n" + foot, wording.sms());
    }

    private String set(String name, Letter letter) {
        Template template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalArgumentException("there is no acting file " + name);
        }
        Language language = Language.of(letter.language(), company.language());
        return template.data("letter", letter)
                .data("company", company.in(language))
                .render();
    }

    private void check(Occasions occasions) {
        List<String> faults = new ArrayList<>();
        for (String text : occasions.texts()) {
            for (Language language : Language.values()) {
                try {
                    Letter sample = Letter.sample(text, language);
                    letter(sample);
                    if (!occasions.postOnly().contains(text)) {
                        message(sample);
                    }
                } catch (TemplateException | IllegalArgumentException e) {
                    faults.add(text + "." + language.word() + ": " + e.getMessage());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("texts that cannot be used:\n" + String.join("\n", faults));
        }
    }

    private Optional<TemplateLocation> locate(String name) {
        String file = name.equals("layout") ? "letters/layout.html" : name;
        return files.find(file).map(text -> new Found(text, file));
    }

    private record Found(String text, String file) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(file.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
