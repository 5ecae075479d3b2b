package dev.soundcheck.conformance.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** What somebody at a microphone types: Enter takes the word and gives it back, q goes. */
final class Keyboard {
  private final Person person;
  private final Runnable pressed;

  /** Tells {@code pressed} when the word was taken or given back. */
  Keyboard(Person person, Runnable pressed) {
    this.person = person;
    this.pressed = pressed;
  }

  /** Listens on a thread of its own, until there is nothing more to be typed. */
  void listen(InputStream keys) {
    Thread thread = new Thread(() -> read(keys), "keyboard");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream keys) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(keys, Charset.defaultCharset()));
    try {
      for (String line = lines.readLine();
          line != null && !line.strip().equalsIgnoreCase("q");
          line = lines.readLine()) {
        pressed.run();
      }
    } catch (IOException gone) {
      // Nobody can type any more; so he goes.
    }
    person.leave();
  }
}
