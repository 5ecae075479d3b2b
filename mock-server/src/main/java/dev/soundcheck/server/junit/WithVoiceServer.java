package dev.soundcheck.server.junit;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.time.Time;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a mock server of its own as a parameter of type {@link
 * dev.soundcheck.server.MockVoiceServer}: of the test itself, of {@code @BeforeEach} and
 * {@code @AfterEach}, or of the constructor. One at a method replaces that at its class as a whole.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(VoiceServerExtension.class)
public @interface WithVoiceServer {
  /**
   * What is played to clients that choose nothing else: the name of a scenario, a path that ends in
   * {@code .feature}, or the text of a feature. The built-in conversation where it is empty.
   */
  String value() default "";

  /** A folder of features beside the built-in ones; none where it is empty. */
  String features() default "";

  /** The wire profile. */
  Profile profile() default Profile.LIVE;

  /** Where every id and every choice comes from. */
  long seed() default 1;

  /**
   * Whether somebody listens where a scenario branches on speech; needs the artifact {@code
   * soundcheck-listener}.
   */
  boolean listening() default false;

  /** Whether time is the machine's, or moves by the scenario and {@code advance} only. */
  Time time() default Time.REAL;

  /** API keys that are accepted; any where there are none. */
  String[] keys() default {};

  /** What findings do to a test that passed otherwise. */
  Findings findings() default Findings.FAIL;

  /** What findings do to a test that passed otherwise. */
  enum Findings {
    /**
     * The test fails: a line of the scenario was not met, or one side broke the contract. Members
     * that the contract does not know do no harm, nor does what a scenario breaks on purpose.
     */
    FAIL,
    /** Nothing; the test looks at them itself. */
    LEFT_TO_THE_TEST
  }
}
