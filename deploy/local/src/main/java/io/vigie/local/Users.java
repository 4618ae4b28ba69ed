package io.vigie.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may sign in on the pages and at the APIs, given to the services as configuration: none is built into them.
 *
 * @param passwords by user, whose role has the same name
 * @param cookieKey enciphers the cookie of those signed in; one for all pages, so that they sign in once
 */
record Users(Map<String, String> passwords, String cookieKey) {
    private static final String EMBEDDED = "quarkus.security.users.embedded.";

    /** The same for every demonstration, which only this machine can reach. */
    static Users ofDemo() {
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("agent", "agent-demo");
        passwords.put("lead", "lead-demo");
        passwords.put("manager", "manager-demo");
        return new Users(passwords, "one-key-for-the-pages-of-a-demo");
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(EMBEDDED + "plain-text", "true");
        settings.put("quarkus.http.auth.session.encryption-key", cookieKey);
        passwords.forEach((user, password) -> {
            settings.put(EMBEDDED + "users." + user, password);
            settings.put(EMBEDDED + "roles." + user, user);
        });
        return settings;
    }
}
