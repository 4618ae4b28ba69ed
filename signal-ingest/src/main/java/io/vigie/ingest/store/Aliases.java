package io.vigie.ingest.store;

import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.intake.AliasKeys;
import io.vigie.ingest.intake.Identities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The keys that other systems know customers by; each belongs to one customer, whoever learned it. */
@ApplicationScoped
public class Aliases implements Identities {
    private static final String FIRST_KNOWN =
            "select customer from alias where alias = any (?) order by array_position(?, alias) limit 1";
    private static final String CLAIM =
            "insert into alias (alias, customer, learned_at) values (?, ?, ?) on conflict (alias) do ";
    private static final String MOVE = "update set customer = excluded.customer, learned_at = excluded.learned_at"
            + " where alias.customer <> excluded.customer";

    private final DataSource database;
    private final Rows rows;
    private final AliasKeys keys;
    private final Set<String> awaited;

    Aliases(DataSource database, AliasKeys keys, IngestSettings settings) {
        this.database = database;
        this.rows = new Rows(database, "the aliases could not be read");
        this.keys = keys;
        this.awaited = settings.aliasSystems();
    }

    @Override
    public Set<String> awaited() {
        return awaited;
    }

    @Override
    public String alias(String system, String key) {
        return keys.alias(system, key);
    }

    @Override
    @Transactional
    public Optional<String> customerOf(List<String> aliases) {
        String[] asked = aliases.stream().map(Rows::storable).toArray(String[]::new);
        return rows.select(FIRST_KNOWN, List.of(asked, asked), row -> row.getString("customer")).stream()
                .findFirst();
    }

    /** Those of some aliases that are known. */
    public List<String> known(Collection<String> aliases) {
        return List.copyOf(owners(aliases).keySet());
    }

    /** A customer's aliases, in order. */
    public List<String> of(String customer) {
        return rows.select(
                "select alias from alias where customer = ? order by alias",
                List.of(customer),
                row -> row.getString("alias"));
    }

    /**
     * All of the claims or none.
     *
     * @throws AliasConflict when one is another customer's
     */
    @Transactional
    public void learn(List<Claim> claims, Instant at) {
        conflicts(claims, at).stream().findFirst().ifPresent(conflict -> {
            throw conflict;
        });
    }

    /** Those of the claims that are free; the others are answered, and stay whose they are. */
    @Transactional
    public List<AliasConflict> learnFree(List<Claim> claims, Instant at) {
        return conflicts(claims, at);
    }

    /** All of the claims; an alias of another customer is taken away from them. */
    @Transactional
    public void move(List<Claim> claims, Instant at) {
        write(CLAIM + MOVE, claims, at);
    }

    /**
     * @return whether it was this customer's
     */
    @Transactional
    public boolean forget(Claim claim) {
        return rows.change(
                        "delete from alias where alias = ? and customer = ?", List.of(claim.alias(), claim.customer()))
                > 0;
    }

    private List<AliasConflict> conflicts(List<Claim> claims, Instant at) {
        write(CLAIM + "nothing", claims, at);
        Map<String, String> owners = owners(claims.stream().map(Claim::alias).toList());
        return claims.stream()
                .filter(claim -> !claim.customer().equals(owners.get(claim.alias())))
                .map(claim -> new AliasConflict(claim, owners.getOrDefault(claim.alias(), "")))
                .toList();
    }

    private Map<String, String> owners(Collection<String> aliases) {
        Map<String, String> owners = new HashMap<>();
        String[] asked = aliases.stream().map(Rows::storable).toArray(String[]::new);
        rows.select(
                "select alias, customer from alias where alias = any (?)",
                List.of((Object) asked),
                row -> owners.put(row.getString("alias"), row.getString("customer")));
        return owners;
    }

    /** In one order, so that two who write the same aliases wait for each other instead of for ever. */
    private void write(String sql, List<Claim> claims, Instant at) {
        Map<String, Claim> inOrder = new TreeMap<>();
        claims.forEach(claim -> inOrder.putIfAbsent(claim.alias(), claim));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Claim claim : inOrder.values()) {
                insert.setString(1, claim.alias());
                insert.setString(2, claim.customer());
                insert.setObject(3, Rows.time(at));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the aliases could not be kept", e);
        }
    }
}
