package io.vigie.retention.letters;

/** A message's template, set: the first line is the subject, what stands below a line of three dashes goes as SMS. */
public record Wording(String subject, String body, String sms) {

    /**
     * @throws IllegalArgumentException when one of the parts is missing
     */
    public static Wording of(String text) {
        int below = text.indexOf("\n---\n");
        int first = text.indexOf('\n');
        if (below < 0 || first > below) {
            throw new IllegalArgumentException("a message has a subject on its first line, its text below that,"
                    + " and after a line of three dashes what goes as SMS");
        }
        Wording wording = new Wording(
                text.substring(0, first).strip(),
                text.substring(first, below).strip(),
                text.substring(below + "\n---\n".length()).strip());
        if (wording.subject.isEmpty() || wording.body.isEmpty() || wording.sms.isEmpty()) {
            throw new IllegalArgumentException("a part of the message is empty");
        }
        return wording;
    }
}
