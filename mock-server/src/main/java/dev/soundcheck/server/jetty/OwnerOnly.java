package dev.soundcheck.server.jetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, where the file system knows owners. */
final class OwnerOnly {
  private OwnerOnly() {}

  /**
   * Makes a folder where there is none.
   *
   * @throws IOException when it cannot be made, or others can lay files into that which is there
   */
  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      refuseThatOfAll(folder);
      return;
    }
    Files.createDirectories(
        folder, knowsOwners(folder) ? only("rwx------") : new FileAttribute<?>[0]);
  }

  /** Somebody else's key there would be taken for ours. */
  private static void refuseThatOfAll(Path folder) throws IOException {
    if (knowsOwners(folder)
        && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException("everybody may write there; 'chmod go-w' it first");
    }
  }

  /** A file that nobody else could read at any moment; it is new or empty afterwards. */
  static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, knowsOwners(file) ? only("rw-------") : new FileAttribute<?>[0]);
  }

  static void restrict(Path file) throws IOException {
    if (knowsOwners(file)) {
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
      Files.setPosixFilePermissions(file, owner);
    }
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] only(String permissions) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
