package dev.soundcheck.conformance.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Whom to believe: a PEM file of certificates instead of the usual authorities. */
final class Trust {
  private Trust() {}

  /**
   * Trusts what the file holds and nothing else.
   *
   * @throws UncheckedIOException when it is missing or holds no certificate
   */
  static void only(Path file, SslContextFactory.Client tls) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + trusted.size(), one);
      }
      if (trusted.size() == 0) {
        throw new IOException("it holds none");
      }
      tls.setTrustStore(trusted);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new UncheckedIOException(
          "%s: expected a PEM file of certificates, but it cannot be read as one: %s"
              .formatted(file, unreadable.getMessage()),
          new IOException(unreadable));
    }
  }
}
