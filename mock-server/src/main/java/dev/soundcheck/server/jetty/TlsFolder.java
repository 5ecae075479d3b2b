package dev.soundcheck.server.jetty;

import dev.soundcheck.server.ServerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * A folder with a certificate authority and a certificate for this machine, made where absent and
 * used again while they are valid: {@code ca.crt} for clients to trust, {@code ca.p12} and {@code
 * server.p12} with the keys, {@code password} for both. Servers that start at the same time wait
 * for each other.
 */
public final class TlsFolder {
  private static final String AUTHORITY = "ca";
  private static final String SERVER = "server";
  private static final int AUTHORITY_DAYS = 3650;
  private static final int SERVER_DAYS = 365;
  private static final Duration SPARE = Duration.ofDays(7);
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path folder;
  private final InstantSource clock;

  public TlsFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * What a server shows.
   *
   * @throws ServerException when it can be neither read nor made
   */
  public Identity identity() {
    synchronized (IN_THIS_PROCESS) {
      try {
        OwnerOnly.createFolder(folder);
        return lockedIdentity();
      } catch (IOException | GeneralSecurityException failure) {
        throw new ServerException(
            "Cannot read or make a certificate in '%s': %s. Delete the folder to begin anew, or name another."
                .formatted(folder, failure.getMessage()),
            failure);
      }
    }
  }

  private Identity lockedIdentity() throws IOException, GeneralSecurityException {
    Path lock = folder.resolve("lock");
    try (FileChannel locked =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Given back when the channel closes.
      locked.lock();
      String password = password();
      X509Certificate authority = authority(password);
      KeyStore server = server(authority, password);
      return new Identity(folder.resolve("ca.crt"), server, password);
    }
  }

  private String password() throws IOException {
    Path file = folder.resolve("password");
    if (Files.notExists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      OwnerOnly.create(file);
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  private X509Certificate authority(String password) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("ca.p12");
    if (Files.notExists(file) || expires(certificate(file, AUTHORITY, password))) {
      Files.deleteIfExists(file);
      keytool().makeAuthority(file, AUTHORITY, AUTHORITY_DAYS);
      OwnerOnly.restrict(file);
    }
    X509Certificate authority = certificate(file, AUTHORITY, password);
    Files.writeString(folder.resolve("ca.crt"), pem(authority));
    return authority;
  }

  private KeyStore server(X509Certificate authority, String password)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("server.p12");
    if (Files.notExists(file) || !serves(certificate(file, SERVER, password), authority)) {
      makeServer(file, password);
    }
    return open(file, password);
  }

  /**
   * The tool signs only within one keystore, so it works on a copy that holds both keys for a
   * moment.
   */
  private void makeServer(Path file, String password) throws IOException, GeneralSecurityException {
    Path both = folder.resolve("both.p12");
    OwnerOnly.create(both);
    try {
      Files.copy(folder.resolve("ca.p12"), both, StandardCopyOption.REPLACE_EXISTING);
      keytool().makeServer(both, SERVER, AUTHORITY, SERVER_DAYS);
      KeyStore source = open(both, password);
      Key key = source.getKey(SERVER, password.toCharArray());
      Certificate[] chain = source.getCertificateChain(SERVER);
      KeyStore made = KeyStore.getInstance("PKCS12");
      made.load(null, null);
      made.setKeyEntry(SERVER, key, password.toCharArray(), chain);
      OwnerOnly.create(file);
      try (OutputStream out = Files.newOutputStream(file)) {
        made.store(out, password.toCharArray());
      }
    } finally {
      Files.deleteIfExists(both);
    }
  }

  private boolean serves(X509Certificate server, X509Certificate authority) {
    try {
      server.verify(authority.getPublicKey());
      return !expires(server);
    } catch (GeneralSecurityException signedByAnother) {
      return false;
    }
  }

  private boolean expires(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant().isBefore(clock.instant().plus(SPARE));
  }

  private Keytool keytool() {
    return new Keytool(folder.resolve("password"));
  }

  private static X509Certificate certificate(Path file, String name, String password)
      throws IOException, GeneralSecurityException {
    if (open(file, password).getCertificate(name) instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new IOException("'%s' holds no certificate named '%s'".formatted(file, name));
  }

  private static KeyStore open(Path file, String password)
      throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), password.toCharArray());
  }

  private static String pem(X509Certificate certificate) throws GeneralSecurityException {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String body = Base64.getMimeEncoder(64, newline).encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(body);
  }
}
