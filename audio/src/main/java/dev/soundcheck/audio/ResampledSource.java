package dev.soundcheck.audio;

import java.io.IOException;

/** Another source's sound at another rate; holds one piece and what the filter needs. */
final class ResampledSource implements SoundSource {
  private static final int PIECE = 4096;

  private final SoundSource source;
  private final int rate;
  private final ResamplingStream stream;
  private Pcm made;
  private int given;
  private boolean over;

  ResampledSource(SoundSource source, int rate) {
    this.source = source;
    this.rate = rate;
    this.stream = new ResamplingStream(source.rate(), rate);
    this.made = new Pcm(new short[0], rate);
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public Pcm next(int most) throws IOException {
    while (given == made.length() && !over) {
      Pcm piece = source.next(PIECE);
      over = piece.length() == 0;
      made = over ? stream.end() : stream.next(piece);
      given = 0;
    }
    int end = Math.min(made.length(), given + most);
    Pcm next = made.slice(given, end);
    given = end;
    return next;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
