package dev.soundcheck.conformance.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Certificates to trust, out of a PEM file. */
public final class Authority {
  private Authority() {}

  /**
   * Reads them all.
   *
   * @throws IllegalArgumentException when the file is missing or holds no certificate
   */
  public static KeyStore read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + trusted.size(), one);
      }
      return some(trusted, file);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw noCertificate(file, unreadable);
    }
  }

  private static KeyStore some(KeyStore trusted, Path file) throws GeneralSecurityException {
    if (trusted.size() == 0) {
      throw new GeneralSecurityException(file + " is empty");
    }
    return trusted;
  }

  private static IllegalArgumentException noCertificate(Path file, Exception cause) {
    return new IllegalArgumentException(
        "%s: expected a PEM file of certificates, but it cannot be read as one: %s"
            .formatted(file, cause.getMessage()),
        cause);
  }
}
