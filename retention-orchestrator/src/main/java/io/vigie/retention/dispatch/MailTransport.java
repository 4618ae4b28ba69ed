package io.vigie.retention.dispatch;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.UUID;

/** E-mail by SMTP, or into the local mailbox, which is the list of what was sent and nothing more. */
@ApplicationScoped
class MailTransport implements Transport {
    private static final String REFUSED = "(?s).*\\b55[0-9]\\b.*";

    private final Mailer mailer;
    private final RetentionSettings settings;
    private final Company company;

    MailTransport(Mailer mailer, RetentionSettings settings, Company company) {
        this.mailer = mailer;
        this.settings = settings;
        this.company = company;
    }

    @Override
    public Result send(UUID id, Envelope envelope) {
        if (settings.mail().transport() == RetentionSettings.Mail.Transport.LOCAL) {
            return new Result.Sent();
        }
        try {
            mailer.send(mail(id, envelope));
            return new Result.Sent();
        } catch (RuntimeException e) {
            return failure(e);
        }
    }

    private Mail mail(UUID id, Envelope envelope) {
        String from = settings.mail().from().orElse(company.email());
        Mail mail = new Mail()
                .setFrom(from)
                .setReplyTo(company.email())
                .setTo(envelope.to())
                .setSubject(envelope.subject())
                .setText(envelope.body())
                .addHeader("Message-ID", "<" + id + "@" + domain(from) + ">");
        envelope.enclosures()
                .forEach(enclosure -> mail.addAttachment(
                        enclosure.name(), Base64.getDecoder().decode(enclosure.base64()), enclosure.type()));
        return mail;
    }

    /** Before there was a connection nothing can have left; what a server said no to has not; the rest is unknown. */
    private static Result failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Result.NotSent("the mail server cannot be reached");
            }
            if (said.matches(REFUSED)) {
                return new Result.Refused("the mail server refused it");
            }
            if (said.contains("AUTH") || said.contains("STARTTLS") || said.matches("(?s).*\\b4[0-9]{2}\\b.*")) {
                return new Result.NotSent("the mail server did not take it for now");
            }
        }
        return new Result.Unclear("the mail server did not answer");
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replace(">", "");
    }
}
