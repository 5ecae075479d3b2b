package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The certificates that --tls makes (issue 2, point 2; clients.md §1, §6.2: Python and Node check
 * them).
 */
@Timeout(120)
final class TlsFolderTest {
  private static final InstantSource TODAY = InstantSource.system();

  @TempDir private Path parent;

  @Test
  void the_certificate_is_of_this_machine_and_signed_by_the_authority() throws Exception {
    Identity identity = identity("tls", TODAY);
    X509Certificate authority = authority(identity);
    X509Certificate server = server(identity);

    assertThat(server.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(server.getBasicConstraints()).as("is no authority").isEqualTo(-1);
    assertThat(authority.getBasicConstraints()).as("signs no further authority").isZero();
    assertThat(authority.getKeyUsage()).startsWith(false, false, false, false, false, true, true);
    // Python 3.13 refuses chains without key identifiers (RFC 5280 section 4.2.1.1).
    assertThat(server.getNonCriticalExtensionOIDs()).contains("2.5.29.35", "2.5.29.14");
    assertThat(days(authority)).isEqualTo(3650);
    assertThat(days(server)).isEqualTo(365);
    PKIXParameters trusting = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    trusting.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), trusting);
  }

  /** Whoever lays a key of their own there could listen to what is encrypted with it. */
  @Test
  void a_folder_that_everybody_may_write_to_is_refused() throws Exception {
    Path folder = Files.createDirectory(parent.resolve("tls"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> identity("tls", TODAY))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("everybody may write there; 'chmod go-w' it first");
  }

  @Test
  void both_are_used_again_while_they_are_valid() throws Exception {
    Identity first = identity("tls", TODAY);
    Identity again = identity("tls", inDays(357));

    assertThat(server(again)).isEqualTo(server(first));
    assertThat(authority(again)).isEqualTo(authority(first));
  }

  @Test
  void a_certificate_in_its_last_week_is_made_anew_by_the_same_authority() throws Exception {
    Identity first = identity("tls", TODAY);
    Identity again = identity("tls", inDays(359));

    assertThat(server(again)).isNotEqualTo(server(first));
    assertThat(authority(again)).isEqualTo(authority(first));
  }

  @Test
  void a_certificate_of_another_authority_is_made_anew() throws Exception {
    identity("tls", TODAY);
    Path mixed = Files.createDirectory(parent.resolve("mixed"));
    Files.copy(parent.resolve("tls").resolve("password"), mixed.resolve("password"));
    Identity mine = identity("mixed", TODAY);
    Files.copy(
        parent.resolve("tls").resolve("server.p12"),
        mixed.resolve("server.p12"),
        StandardCopyOption.REPLACE_EXISTING);

    Identity again = identity("mixed", TODAY);
    assertThat(authority(again)).isEqualTo(authority(mine));
    server(again).verify(authority(mine).getPublicKey());
  }

  @Test
  void only_the_owner_may_read_the_keys() throws Exception {
    identity("tls", TODAY);
    Path folder = parent.resolve("tls");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (String file : List.of("ca.p12", "server.p12", "password")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    assertThat(folder.resolve("both.p12")).doesNotExist();
  }

  @Test
  void a_broken_folder_says_how_to_begin_anew() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("tls"));
    Files.writeString(folder.resolve("password"), "secretsecret");
    Files.writeString(folder.resolve("ca.p12"), "no keystore");

    assertThatThrownBy(() -> identity("tls", TODAY))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Delete the folder to begin anew");
  }

  private Identity identity(String folder, InstantSource clock) {
    return new TlsFolder(parent.resolve(folder), clock).identity();
  }

  private static InstantSource inDays(int days) {
    return () -> Instant.now().plus(Duration.ofDays(days));
  }

  private static long days(X509Certificate certificate) {
    return Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())
        .toDays();
  }

  private static X509Certificate server(Identity identity) throws GeneralSecurityException {
    return (X509Certificate) identity.keys().getCertificate("server");
  }

  private static X509Certificate authority(Identity identity)
      throws GeneralSecurityException, IOException {
    try (var in = Files.newInputStream(identity.authority())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
