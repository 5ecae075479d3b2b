package dev.soundcheck.audio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How abbreviations, capitals and signs between letters are read. */
final class Letters {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("e.g.", "for example,"),
          Map.entry("i.e.", "that is,"),
          Map.entry("etc.", "et cetera."),
          Map.entry("vs.", "versus"),
          Map.entry("approx.", "approximately"),
          Map.entry("Dr.", "Doctor"),
          Map.entry("Mr.", "Mister"),
          Map.entry("Mrs.", "Missus"),
          Map.entry("Ms.", "Miz"),
          Map.entry("Prof.", "Professor"),
          Map.entry("Mt.", "Mount"),
          Map.entry("Ave.", "Avenue"),
          Map.entry("Blvd.", "Boulevard"),
          Map.entry("Rd.", "Road"),
          Map.entry("Jr.", "Junior"),
          Map.entry("Sr.", "Senior"),
          Map.entry("Inc.", "Incorporated"),
          Map.entry("Ltd.", "Limited"),
          Map.entry("Corp.", "Corporation"),
          Map.entry("ext.", "extension"),
          Map.entry("dept.", "department"));

  private static final String SHORTS =
      SHORT.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));

  /** Said as words although they are written in capitals; the rest of up to four is spelled. */
  private static final Set<String> WORDS =
      Set.of(
          ("NASA NATO JSON RAM ROM PIN ZIP GIF YAML LASER RADAR OPEC AIDS ASAP WAV SIM SWAT FIFA UEFA "
                  + "OK YES NO NOT ALL ANY ARE AND BUT CAN DO DID FOR FROM GET GO HAS HAVE HE HER HERE HI "
                  + "HIM HIS HOW IF IN IS IT ITS JUST LET MAY ME MORE MUST MY NEED NEW NEXT NOW OF OFF ON "
                  + "ONE ONLY OR OUR OUT OWN PER PUT SAY SEE SHE SO STOP THAN THAT THE THEM THEN THEY THIS "
                  + "TO TOO TRY TWO UP USE VERY WAS WAY WE WERE WHAT WHEN WHO WHY WILL WITH YET YOU YOUR AM "
                  + "AN AS AT BE BY AGO ALSO BOTH CALL EACH ELSE EVEN EVER GOOD HELP HOLD KEEP LAST LESS "
                  + "LIKE LONG MAKE MANY MOST MUCH NICE ONCE OPEN OVER REAL SAME SELF SOME SUCH SURE TAKE "
                  + "TELL TIME TURN UNTIL WAIT WANT WELL WORD WORK END DAY OLD BAD BIG TEN SIX BOX TOP RED")
              .split(" "));

  private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,}\\b");
  private static final Pattern LONG_CAPITALS = Pattern.compile("\\b[A-Z]{5,}\\b");
  private static final Pattern ANY_WORD = Pattern.compile("\\b[A-Za-z]{2,}\\b");

  private static final Rewriting INITIALS =
      Rewriting.of("(?<![\\w'])(?![IVX]{2,}\\b)([A-Z]{2,4})(s?)(?!['\\w])", Letters::initials);

  static final List<Rewriting> ALL =
      List.of(
          Rewriting.of("(?<!\\w)(" + SHORTS + ")", found -> SHORT.getOrDefault(found.group(), "")),
          Rewriting.of("\\bSt\\. (?=[A-Z])", "Saint "),
          Rewriting.of("\\bSt\\.", "Street"),
          Rewriting.of("(?i)\\bno\\. ?(?=\\d)", "number "),
          Rewriting.of("(?<![A-Za-z.])((?:[A-Z]\\.){2,})", found -> found.group().replace(".", "")),
          Rewriting.of("\\bC\\+\\+", "C plus plus"),
          Rewriting.of("\\bC#", "C sharp"),
          Rewriting.of("#(?=\\s?\\d)", "number "),
          Rewriting.of("(?<=\\w)\\s?&\\s?(?=\\w)", " and "),
          Rewriting.of("(?<=[A-Za-z])/(?=[A-Za-z])", " "),
          Rewriting.of("(?<=\\w)_+(?=\\w)", " "),
          Rewriting.of("\\s\\*\\s", " times "),
          Rewriting.of("\\s/\\s", " divided by "),
          Rewriting.of("(?<=\\d)\\^(?=\\d)", " to the power of "),
          Rewriting.of("\\s?(?:<=|\u2264)\\s?", " at most "),
          Rewriting.of("\\s?(?:>=|\u2265)\\s?", " at least "),
          Rewriting.of("\\s?(?:!=|\u2260)\\s?", " is not equal to "),
          Rewriting.of("\\s?<\\s?", " less than "),
          Rewriting.of("\\s?>\\s?", " greater than "),
          Rewriting.of("\\s?=+\\s?", " equals "),
          Rewriting.of("\\s?\\+\\s?(?=\\w)", " plus "),
          Rewriting.of("~\\s?(?=\\d)", "about "),
          Rewriting.of("@(?=\\w)", "at "),
          Rewriting.of("[*_`~^|\\\\\\[\\]]+", " "),
          Rewriting.of("(?<=[a-z])(?=[A-Z][a-z])", " "));

  private Letters() {}

  /** Short words in capitals letter by letter, unless the whole text is in capitals. */
  static String spelled(String text) {
    long all = ANY_WORD.matcher(text).results().count();
    long capital = CAPITALS.matcher(text).results().count();
    boolean shouted = all >= 3 && 2 * capital > all && LONG_CAPITALS.matcher(text).find();
    return shouted ? text : INITIALS.in(text);
  }

  private static String initials(MatchResult found) {
    String word = found.group(1);
    if (WORDS.contains(word) || WORDS.contains(found.group())) {
      return found.group();
    }
    String letters =
        word.chars()
            .mapToObj(letter -> letter == 'A' ? "ay" : Character.toString(letter))
            .collect(Collectors.joining(" "));
    return found.group(2).isEmpty() ? letters : letters + "'s";
  }
}
