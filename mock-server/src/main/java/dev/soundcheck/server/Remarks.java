package dev.soundcheck.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes remarks into the log, where nobody else listens. */
final class Remarks implements ServerListener {
  private static final Logger LOG = LoggerFactory.getLogger(Remarks.class);

  @Override
  public void remarked(String words) {
    LOG.warn("event=remark words=\"{}\"", words.replaceAll("\\p{Cntrl}", " "));
  }
}
