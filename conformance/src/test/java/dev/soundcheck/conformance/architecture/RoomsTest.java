package dev.soundcheck.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may use which: the table of ARCHITECTURE.md. */
@AnalyzeClasses(
    packages = "dev.soundcheck",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
final class RoomsTest {
  private static final String SCHEMAS = "dev.soundcheck.schemas";
  private static final String AUDIO = "dev.soundcheck.audio";
  private static final String SCRIPT = "dev.soundcheck.script";
  private static final String SERVER = "dev.soundcheck.server";
  private static final String SESSION = "dev.soundcheck.server.session";
  private static final String PROFILE = "dev.soundcheck.server.profile";
  private static final String FAULT = "dev.soundcheck.server.fault";
  private static final String PLAY = "dev.soundcheck.server.play";
  private static final String API = "dev.soundcheck.server.api";
  private static final String CONTROL = "dev.soundcheck.server.control";
  private static final String PAGE = "dev.soundcheck.server.page";
  private static final String TIME = "dev.soundcheck.server.time";
  private static final String JUNIT = "dev.soundcheck.server.junit";
  private static final String CUCUMBER = "dev.soundcheck.conformance.cucumber";
  private static final String CALLER = "dev.soundcheck.conformance.cucumber.caller";
  private static final String COURIER = "dev.soundcheck.server.courier";
  private static final String VERIFY = "dev.soundcheck.conformance.verify";
  private static final String HEARING = "dev.soundcheck.conformance.hearing";
  private static final String RECORDING = "dev.soundcheck.server.recording";
  private static final String STORE = "dev.soundcheck.server.store";
  private static final String REDIS = "dev.soundcheck.server.redis";
  private static final String REPLAY = "dev.soundcheck.conformance.replay";
  private static final String CLIENT = "dev.soundcheck.conformance.client";
  private static final String LOAD = "dev.soundcheck.conformance.load";
  private static final String PROXY = "dev.soundcheck.conformance.proxy";
  private static final String TOOL = "dev.soundcheck.conformance.tool";
  private static final String DEVICE = "dev.soundcheck.conformance.device";
  private static final String REQUIREMENT = "dev.soundcheck.conformance.requirement";
  private static final String RULE = "dev.soundcheck.conformance.rule";
  private static final String SUITE = "dev.soundcheck.conformance.suite";
  private static final String REPORT = "dev.soundcheck.conformance.report";

  @ArchTest
  static final ArchRule schemas =
      room(SCHEMAS).because("the contract is what all others stand on, so it stands on nothing");

  @ArchTest
  static final ArchRule audio =
      room(AUDIO).because("sound has no protocol: samples in, samples out");

  @ArchTest
  static final ArchRule script =
      room(SCRIPT, SCHEMAS)
          .because("a script is played by either role, so it can know neither server nor client");

  @ArchTest
  static final ArchRule session =
      room(SESSION, SCHEMAS, AUDIO)
          .because("the protocol must be readable against its sources, and nothing else is there");

  @ArchTest
  static final ArchRule profile =
      room(PROFILE, SCHEMAS, SESSION)
          .because("a profile says how sessions behave and are written, not how they are carried");

  @ArchTest
  static final ArchRule fault =
      room(FAULT, SCHEMAS, SCRIPT, SESSION)
          .because("a fault changes what leaves, and knows neither who said it nor who carries it");

  @ArchTest
  static final ArchRule play =
      room(PLAY, SCHEMAS, AUDIO, SCRIPT, SESSION, PROFILE, FAULT)
          .because("a connection is played without a socket, so that time can be virtual");

  @ArchTest
  static final ArchRule api =
      room(API, SCHEMAS, SCRIPT, SESSION)
          .because("HTTP neighbours are functions of requests, whatever carries them");

  @ArchTest
  static final ArchRule control =
      room(CONTROL, SCHEMAS, SCRIPT, PLAY, API, STORE, SERVER)
          .because("it watches and steers a server through a port, whatever carries its requests");

  @ArchTest
  static final ArchRule page =
      room(PAGE, API).because("the page asks the control API as everybody does, and knows no more");

  @ArchTest
  static final ArchRule prometheus_stays_in_control =
      classes()
          .that(not(resideInAPackage(CONTROL + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("io.prometheus..")))
          .because(
              "what is counted is told to listeners; how it is published is nobody else's business");

  @ArchTest
  static final ArchRule store =
      room(STORE, SCHEMAS, SCRIPT, SESSION, PLAY, API, SERVER)
          .because("what is kept is the same, whoever keeps it");

  @ArchTest
  static final ArchRule redis =
      room(REDIS, SCHEMAS, SESSION, PLAY, STORE, SERVER)
          .because("it keeps what it is given, and what that is for is nobody's business here");

  @ArchTest
  static final ArchRule jedis_stays_in_redis =
      classes()
          .that(not(resideInAPackage(REDIS + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("redis.clients..")))
          .because("only who shares a store loads its client, and nobody else waits for a network");

  @ArchTest
  static final ArchRule only_one_class_chooses_the_store =
      classes()
          .that()
          .resideInAPackage("dev.soundcheck..")
          .and(not(resideInAPackage(REDIS + "..")))
          .and(not(simpleName("Stores")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage(REDIS + "..")))
          .because("a server that is alone must start without it");

  @ArchTest
  static final ArchRule time =
      room(TIME).because("time is the same for everybody, so it knows nobody");

  @ArchTest
  static final ArchRule recording =
      room(RECORDING, SCHEMAS, SESSION)
          .because("a recording is played without a socket, so that time can be virtual");

  @ArchTest
  static final ArchRule replay =
      room(REPLAY, SCHEMAS, SCRIPT, CLIENT, RECORDING)
          .because("either side of a recording is played by the same rules, whoever carries it");

  @ArchTest
  static final ArchRule client =
      room(CLIENT, SCHEMAS, AUDIO, SCRIPT)
          .because("a judge that shares code with the actor shares its mistakes");

  @ArchTest
  static final ArchRule verify =
      room(VERIFY, SCHEMAS, HEARING, RULE + "..", REQUIREMENT)
          .because("a recording is judged by the contract, not by the one who made it");

  @ArchTest
  static final ArchRule requirement =
      room(REQUIREMENT, SCHEMAS)
          .because("what is asked for is written down before anybody decides how to judge it");

  @ArchTest
  static final ArchRule rule =
      room(RULE, SCHEMAS)
          .because("a rule says the same of a live run, a recording and a trace written by hand");

  @ArchTest
  static final ArchRule suite =
      room(SUITE, SCHEMAS, AUDIO, SCRIPT, CLIENT, REQUIREMENT, RULE + "..", VERIFY)
          .because("who judges servers must not know ours");

  @ArchTest
  static final ArchRule report =
      room(REPORT, SCHEMAS, AUDIO, SCRIPT, HEARING, REQUIREMENT, RULE, SUITE)
          .because("every report is made of the same results, and adds nothing to them");

  @ArchTest
  static final ArchRule tool =
      room(TOOL, SCHEMAS, SCRIPT, CLIENT)
          .because("what a tool does is its user's business, and no part of talking");

  @ArchTest
  static final ArchRule device =
      room(DEVICE, AUDIO, CLIENT)
          .because(
              "a device is samples in, samples out, at a time; what is said is not its business");

  @ArchTest
  static final ArchRule javax_sound_stays_in_device =
      classes()
          .that()
          .resideInAPackage("dev.soundcheck.conformance..")
          .and(not(resideInAPackage(DEVICE + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("javax.sound..")))
          .because("most machines that run this have no sound card, and must not notice");

  @ArchTest
  static final ArchRule programs_are_started_in_one_room =
      classes()
          .that()
          .resideInAPackage("dev.soundcheck.conformance..")
          .and(not(resideInAPackage(TOOL + "..")))
          .should()
          .onlyDependOnClassesThat(not(assignableTo(ProcessBuilder.class)))
          .because("what runs on a user's machine at a server's word must be easy to look through");

  @ArchTest
  static final ArchRule hearing =
      room(HEARING, SCHEMAS, AUDIO)
          .because("what is heard in a trace is told of the trace alone, whoever asks");

  @ArchTest
  static final ArchRule load =
      room(LOAD, SCHEMAS, AUDIO, CLIENT)
          .because("who measures servers must not know ours, nor cost as much as one of them");

  @ArchTest
  static final ArchRule histograms_stay_in_load =
      classes()
          .that(not(resideInAPackage(LOAD + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("org.HdrHistogram..")))
          .because("what was measured is handed on as figures, however it was counted");

  @ArchTest
  static final ArchRule proxy =
      room(PROXY, SCHEMAS)
          .because("what stands between two others must work with neither of them being ours");

  @ArchTest
  static final ArchRule junit =
      room(JUNIT, SCHEMAS, SERVER, PLAY, TIME)
          .because("what JUnit can do with a server, everybody can: it comes in by the door");

  @ArchTest
  static final ArchRule cucumber =
      room(CUCUMBER, SCHEMAS, AUDIO, SCRIPT, SERVER, PLAY, CLIENT)
          .because("a step hands its line to the script and the script to whoever plays it");

  @ArchTest
  static final ArchRule only_the_caller_among_steps_calls =
      classes()
          .that()
          .resideInAPackage(CUCUMBER + "..")
          .and(not(resideInAPackage(CALLER + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAnyPackage(CALLER + "..", CLIENT + "..")))
          .because("a suite with an app as the client must not find two clients");

  @ArchTest
  static final ArchRule test_frameworks_stay_in_their_rooms =
      classes()
          .that(not(resideInAnyPackage(JUNIT + "..", CUCUMBER + "..")))
          .should()
          .onlyDependOnClassesThat(
              not(resideInAnyPackage("org.junit..", "io.cucumber.core..", "io.cucumber.java..")))
          .because("whoever runs a server does not have them on the class path");

  @ArchTest
  static final ArchRule jetty_stays_at_the_edge =
      classes()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.soundcheck.server.jetty..",
                      LOAD + "..",
                      CLIENT + "..",
                      PROXY + "..",
                      "dev.soundcheck.test..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("org.eclipse.jetty..")))
          .because("few rooms listen or dial; the rest must not know how");

  @ArchTest
  static final ArchRule the_server_calls_out_from_one_room =
      classes()
          .that()
          .resideInAPackage(SERVER + "..")
          .and(not(resideInAPackage(COURIER + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("java.net.http..")))
          .because(
              "a mock that dials somebody must do so in one place, where it can be looked for");

  @ArchTest
  static final ArchRule courier =
      room(COURIER, API).because("what carries announcements knows nothing of what they say");

  @ArchTest
  static final ArchRule the_server_knows_no_judge =
      classes()
          .that()
          .resideInAPackage(SERVER + "..")
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("dev.soundcheck.conformance..")))
          .because("the actor must not read the judge's mind");

  @ArchTest
  static final ArchRule freetts_stays_in_audio =
      classes()
          .that(not(resideInAPackage(AUDIO + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("com.sun.speech..")))
          .because("a voice is an interface; who makes it is nobody else's business");

  @ArchTest
  static final ArchRule concentus_stays_in_audio =
      classes()
          .that(not(resideInAPackage(AUDIO + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("io.github.jaredmdobson.concentus..")))
          .because(
              "a codec is bytes in, samples out; its library has bugs that audio works around");

  @ArchTest
  static final ArchRule picocli_stays_in_cli =
      classes()
          .that(not(resideInAPackage("dev.soundcheck.conformance.cli..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("picocli..")))
          .because("the command line parses, calls and prints; what it calls is a library");

  @ArchTest
  static final ArchRule networknt_stays_in_schemas =
      classes()
          .that(not(resideInAPackage(SCHEMAS + "..")))
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("com.networknt..")))
          .because("findings are in our words, whoever does the validating");

  /** The classes of a room use, of ours, only their own room and these. */
  private static ArchRule room(String room, String... mayUse) {
    DescribedPredicate<JavaClass> ours = resideInAPackage("dev.soundcheck..");
    String[] allowed = new String[mayUse.length + 1];
    allowed[0] = room + "..";
    System.arraycopy(mayUse, 0, allowed, 1, mayUse.length);
    return classes()
        .that()
        .resideInAPackage(room + "..")
        .should()
        .onlyDependOnClassesThat(not(ours).or(resideInAnyPackage(allowed)));
  }
}
