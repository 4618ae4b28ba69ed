package io.vigie.retention.casework;

/**
 * Who does something to a task.
 *
 * @param leads whether they lead a team, and so may settle who does what
 */
public record Doer(String name, boolean leads) {
    public Doer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("whoever does something has a name");
        }
    }

    public static Doer agent(String name) {
        return new Doer(name, false);
    }
}
