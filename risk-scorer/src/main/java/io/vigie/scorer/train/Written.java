package io.vigie.scorer.train;

import io.vigie.scorer.learning.table.TableProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there wholly or not at all, however the command ends. */
final class Written {
    private Written() {}

    /** Says before the work rather than after it that a file cannot be written. */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new TableProblem(file + " cannot be written; is its folder there?");
        }
    }

    static void whole(Path file, byte[] bytes) {
        Path target = file.toAbsolutePath().normalize();
        try {
            Path draft = target.resolveSibling("." + target.getFileName() + ".part");
            draft.toFile().deleteOnExit();
            Files.write(draft, bytes);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new TableProblem(file + " could not be written: " + e.getMessage());
        }
    }
}
