package io.vigie.retention.store;

import io.vigie.events.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One row of an answer, column by column in Java's own types. */
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    Instant instant(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    LocalDate day(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    Optional<LocalDate> maybeDay(String column) throws SQLException {
        return Optional.ofNullable(day(column));
    }

    UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    Optional<UUID> maybeUuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) result.getArray(column).getArray());
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    double real(String column) throws SQLException {
        return result.getDouble(column);
    }

    boolean is(String column) throws SQLException {
        return result.getBoolean(column);
    }

    <E extends Enum<E> & Word> E word(Class<E> words, String column) throws SQLException {
        return Word.of(words, result.getString(column));
    }

    <E extends Enum<E> & Word> Optional<E> maybeWord(Class<E> words, String column) throws SQLException {
        return maybeText(column).map(word -> Word.of(words, word));
    }

    <T> Optional<T> maybeJson(Json.Kept<T> kind, String column) throws SQLException {
        return maybeText(column).map(kind::from);
    }

    <T> T json(Json.Kept<T> kind, String column) throws SQLException {
        return kind.from(result.getString(column));
    }
}
