package io.vigie.scorer.learning.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.scorer.learning.Shop;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void columnsAreUnderstoodWithoutAWord() {
        Lesson lesson = prepare(Shop.of(600, 1), "gone");

        assertThat(lesson.data().rows()).isEqualTo(600);
        assertThat(lesson.data().ending()).isEqualTo(new Ending("gone", "yes"));
        assertThat(lesson.encoding().inputs())
                .containsExactly(
                        "town = Town 0",
                        "town = Town 1",
                        "town = Town 2",
                        "town = Town 3",
                        "town = Town 4",
                        "plan = gold",
                        "age",
                        "spend",
                        "visits");
        assertThat(lesson.terms()).extracting(term -> term.name()).contains("visits = (blank)");
        assertThat(lesson.warnings()).singleElement().asString().contains("customer no", "identifiers");
    }

    @Test
    void semicolonsDecimalCommasAndAnOldEncodingMakeNoDifference() {
        Lesson plain = prepare(Shop.of(600, 1).with("département", _ -> "Hérault"), "gone");
        Lesson french = prepare(
                Shop.of(600, 1)
                        .with("département", _ -> "Hérault")
                        .withDecimalCommas()
                        .in(Charset.forName("windows-1252")),
                "gone");

        assertThat(Arrays.deepToString(french.inputs())).isEqualTo(Arrays.deepToString(plain.inputs()));
        assertThat(french.warnings()).isEqualTo(plain.warnings()).anyMatch(one -> one.contains("\"département\""));
    }

    @Test
    void untidyRowsAreReadAllTheSame() throws IOException {
        StringBuilder text = new StringBuilder("\ufeffid , note,\"plan\",gone\r\n");
        for (int i = 0; i < 200; i++) {
            text.append(i)
                    .append(", \"a, b\" ,")
                    .append(i % 2 == 0 ? "gold" : " basic")
                    .append(i % 3 == 0 ? ",1," : ",0");
            text.append("\r\n");
        }
        Path file = Files.writeString(folder.resolve("untidy.csv"), text.append("201,x\r\n"));

        Lesson lesson = prepare(file);

        assertThat(lesson.encoding().inputs()).containsExactly("plan = gold");
        assertThat(lesson.warnings()).anyMatch(one -> one.startsWith("rows with fewer cells than the header: 1"));
    }

    @Test
    void aCustomerDeliveredTwiceCountsOnce() {
        Lesson lesson = prepare(Shop.of(600, 1).withCopies(25), "gone");

        assertThat(lesson.data().rows()).isEqualTo(625);
        assertThat(lesson.left()).hasSize(600);
        assertThat(lesson.warnings()).anyMatch(one -> one.startsWith("25 duplicate rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k%d", "%d"})
    void whoNamesTheCustomerIsFoundHoweverManyRowsAreCopies(String name) {
        Lesson lesson =
                prepare(Shop.of(600, 1).named(i -> name.formatted(1_000 + i)).withCopies(120), "gone");

        assertThat(lesson.left()).hasSize(600);
        assertThat(lesson.warnings()).anyMatch(one -> one.startsWith("120 duplicate rows were left out"));
        assertThat(lesson.encoding().columns()).doesNotContain("customer no");
    }

    @Test
    void whoHasNoNameIsNobodysCopy() {
        Shop shop = Shop.of(600, 1).named(i -> i < 30 ? "" : "k" + i).withCopies(2);

        Lesson lesson = prepare(shop, "gone");

        assertThat(lesson.left()).hasSize(602);
        assertThat(Arrays.stream(lesson.twins()).limit(30).distinct()).hasSize(30);
        assertThat(lesson.warnings())
                .anyMatch(one -> one.startsWith("32 rows have no \"customer no\""))
                .noneMatch(one -> one.contains("repeat") || one.contains("duplicate"));
    }

    @Test
    void customersUnderTwoNamesAreToldOf() {
        Lesson lesson = prepare(Shop.of(600, 1).withCopiesUnderOtherNames(25), "gone");

        assertThat(lesson.left()).hasSize(625);
        assertThat(lesson.warnings()).anyMatch(one -> one.startsWith("25 rows are like another in all but"));
    }

    @Test
    void aColumnThatNamesNoCustomerIsNamedAsSuch() {
        Path file = Shop.of(600, 1).writtenTo(folder);

        assertThatThrownBy(() ->
                        Preparing.prepare(new TableQuestion(file, Optional.of("town"), "gone", Set.of(), Set.of())))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("by column \"town\" the rows are of 5 who left and 5 who stayed")
                .hasMessageContaining("--id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/uu", "MM/dd/uu", "uuuuMMdd", "dd.MM.uu", "d/M/uuuu"})
    void aContractThatHasEndedIsFoundHoweverItsDateIsWritten(String pattern) {
        Random random = new Random(3);
        DateTimeFormatter written = DateTimeFormatter.ofPattern(pattern);
        Shop shop = Shop.of(900, 1).with("contract end", left -> LocalDate.of(left ? 2024 : 2025, 1, 1)
                .plusDays(random.nextInt(300))
                .format(written));

        Lesson lesson = prepare(shop, "gone");

        assertThat(lesson.encoding().columns()).doesNotContain("contract end");
        assertThat(lesson.warnings()).anyMatch(one -> one.contains("it lies in the past only for those who left"));
    }

    @ParameterizedTest
    @CsvSource({"d/M/uuuu,d/M/uuuu", "M/d/uuuu,M/d/uuuu", "d/M/uu,d/M/uu", "M/d/uu,M/d/uu"})
    void firstsOfMonthsSayByThemselvesWhichNumberIsTheMonth(String pattern, String understood) {
        Column.Builder column = new Column.Builder("since");
        for (int month = 0; month < 60; month++) {
            column.add(LocalDate.of(2020, 1, 1).plusMonths(month).format(DateTimeFormatter.ofPattern(pattern)));
        }

        assertThat(Understanding.of(column.build(), false)).isEqualTo(new Meaning.Day(new Dates(understood)));
    }

    @Test
    void eightDigitsThatAreNoDaysAreNumbers() {
        Column.Builder column = new Column.Builder("revenue");
        for (int i = 0; i < 60; i++) {
            column.add(String.valueOf(20_240_101 + 37 * i));
        }

        assertThat(Understanding.of(column.build(), false)).isInstanceOf(Meaning.Amount.class);
    }

    @Test
    void aBrokenTableIsToldInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), "a,gone\n\"x,1\n");

        assertThatThrownBy(() -> prepare(file))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("after row 0: a cell that begins with a quote must end with one")
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void likenessWithoutANameIsToldAndJudgedTogether() {
        Lesson lesson = prepare(Shop.of(600, 1).without("customer no").withCopies(25), "gone");

        assertThat(lesson.left()).hasSize(625);
        assertThat(lesson.twins()[600]).isEqualTo(lesson.twins()[0]);
        assertThat(Arrays.stream(lesson.twins()).distinct()).hasSizeLessThanOrEqualTo(600);
        assertThat(lesson.warnings()).anyMatch(one -> one.startsWith("25 rows are duplicates"));
    }

    @Test
    void whatIsWrittenAfterLeavingIsLeftOut() {
        Random random = new Random(3);
        Shop shop = Shop.of(900, 1)
                .with("reason", left -> left && random.nextInt(3) > 0 ? "price" : "")
                .with("churn score", left -> String.valueOf(left ? 65 + random.nextInt(36) : random.nextInt(80)))
                .with("contract end", left -> (left ? "2024-0" : "2025-0") + (1 + random.nextInt(9)) + "-15")
                .with(
                        "days to end",
                        left -> String.valueOf((left && random.nextInt(3) > 0 ? -40 : 5) + random.nextInt(30)))
                .with("status", left -> left ? "terminated" : random.nextBoolean() ? "new" : "old");

        Lesson lesson = prepare(shop, "gone=yes");

        assertThat(lesson.encoding().columns())
                .doesNotContain("reason", "churn score", "contract end", "days to end", "status");
        assertThat(lesson.warnings())
                .filteredOn(one -> one.contains("gives the answer away"))
                .hasSize(5);
    }

    @Test
    void aStrongButHonestColumnStays() {
        Random random = new Random(3);
        Shop shop = Shop.of(900, 1)
                .with("complaints", left -> String.valueOf(random.nextInt(left ? 6 : 3)))
                .with("support score", _ -> String.valueOf(random.nextInt(10)));

        Lesson lesson = prepare(shop, "gone");

        assertThat(lesson.encoding().columns()).contains("complaints", "support score");
    }

    @Test
    void aLeakIsLearnedFromWhereSomebodySaysItIsNone() {
        Shop shop = Shop.of(600, 1).with("status", left -> left ? "red" : "green");

        Lesson kept = Preparing.prepare(new TableQuestion(
                shop.writtenTo(folder), Optional.of("customer no"), "gone", Set.of("status"), Set.of("town")));

        assertThat(kept.encoding().columns()).contains("status").doesNotContain("town", "customer no");
    }

    @Test
    void wordsThatAreRareAreOneAndFreeTextIsNone() {
        Random random = new Random(4);
        Shop shop = Shop.of(900, 1)
                .with("surname", _ -> "Name " + random.nextInt(700))
                .with("city", _ -> random.nextBoolean() ? "Lyon" : "Village " + random.nextInt(300));

        Lesson lesson = prepare(shop, "gone");

        assertThat(lesson.encoding().inputs()).contains("city = Lyon", "city = (other)");
        assertThat(lesson.encoding().columns()).doesNotContain("surname");
        assertThat(lesson.encoding().inputs()).hasSizeLessThan(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "left     | the table has no column \"left\"; it has customer no, town",
                "gone=1   | no row has \"1\" in column \"gone\"; it has no, yes",
                "town     | say which value of column \"town\" means having left",
                "plan=all | no row has \"all\" in column \"plan\""
            })
    void aWrongQuestionIsAnsweredWithWhatThereIs(String left, String answer) {
        assertThatThrownBy(() -> prepare(Shop.of(300, 2), left))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining(answer);
    }

    @Test
    void whereAllStayedNothingIsLearned() {
        assertThatThrownBy(() -> prepare(Shop.of(300, 2).with("land", _ -> "FR"), "land=FR"))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("300 of 300 have land=FR");
    }

    @Test
    void aHandfulOfRowsIsTooFew() {
        assertThatThrownBy(() -> prepare(Shop.of(30, 2), "gone"))
                .isInstanceOf(TableProblem.class)
                .hasMessageStartingWith("too few rows: 30");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Path sheet = Files.write(folder.resolve("sheet.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1});
        Path prose = Files.writeString(folder.resolve("letter.txt"), "Dear customer\nyou are welcome\n");
        Path nowhere = folder.resolve("nowhere.csv");

        assertThatThrownBy(() -> prepare(sheet)).hasMessageContaining("binary");
        assertThatThrownBy(() -> prepare(prose)).hasMessageContaining("not a table");
        assertThatThrownBy(() -> prepare(nowhere)).hasMessageContaining("cannot be read");
    }

    private Lesson prepare(Shop shop, String left) {
        return Preparing.prepare(new TableQuestion(shop.writtenTo(folder), Optional.empty(), left, Set.of(), Set.of()));
    }

    private static Lesson prepare(Path file) {
        return Preparing.prepare(new TableQuestion(file, Optional.empty(), "gone", Set.of(), Set.of()));
    }
}
