package dev.soundcheck.script;

import dev.soundcheck.script.SessionBeat.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tools that the server runs itself: searches and MCP servers (live-behaviour.md §2.14). */
final class ToolPhrases {
  static final List<Phrase> ALL =
      List.of(
          Phrase.of(
              Side.SESSION,
              "the server may search {search}",
              "the server may search the web",
              "a search that the server runs: `the web`, `X` or `files`",
              said -> has(said, Tools.search(said.text(0)))),
          Phrase.of(
              Side.SESSION,
              "the MCP server {name}",
              "the MCP server \"docs\"",
              "an MCP server by its label; the server lists its tools when it is told of it",
              said -> has(said, Tools.mcp(said.text(0)))),
          Phrase.of(
              Side.SERVER,
              "the tools of {name} cannot be listed: {words}",
              "the tools of \"docs\" cannot be listed: \"Failed to connect to MCP server\"",
              "`mcp_list_tools.failed` in place of `completed`; stands before the first turn",
              said -> new ListingBeat(said.line(), said.text(0), said.text(1))),
          Phrase.of(
              Side.SERVER,
              "the assistant searches {search} for {duration}",
              "the assistant searches the web for 3 s",
              "nothing is seen of it, only the answer takes so much longer",
              said -> searched(said, said.text(0), said.duration(1))),
          Phrase.of(
              Side.SERVER,
              "the assistant uses {name} of {name}",
              "the assistant uses \"list_documents\" of \"docs\"",
              "a tool of an MCP server, without arguments",
              said -> used(said, Optional.empty())),
          Phrase.of(
              Side.SERVER,
              "the assistant uses {name} of {name} with",
              "the assistant uses \"search_documents\" of \"docs\" with",
              "with arguments",
              said -> used(said, Optional.empty())),
          Phrase.of(
              Side.SERVER,
              "the assistant uses {name} of {name}, which fails: {words}",
              "the assistant uses \"list_documents\" of \"docs\", which fails: \"Tool timed out\"",
              "`response.mcp_call.failed` in place of `completed`",
              said -> used(said, Optional.of(said.text(2)))),
          Phrase.of(
              Side.SERVER,
              "the assistant uses {name} of {name}, which fails: {words}, with",
              "the assistant uses \"search_documents\" of \"docs\", which fails: \"Tool timed out\", with",
              "the same with arguments",
              said -> used(said, Optional.of(said.text(2)))));

  private ToolPhrases() {}

  private static Beat has(Said said, ObjectNode tool) {
    ObjectNode session = JsonNodeFactory.instance.objectNode();
    session.putArray("tools").add(tool);
    Ask ask = new Ask(said.line(), Ask.Kind.TOOL, Tools.nameOf(tool));
    return new SessionBeat(said.line(), session, List.of(ask));
  }

  private static Beat searched(Said said, String type, Duration lasting) {
    return AnswerBeat.of(new AnswerPart.Searched(said.line(), type, lasting));
  }

  private static Beat used(Said said, Optional<String> failure) {
    return AnswerBeat.of(
        new AnswerPart.Used(said.line(), said.text(0), said.text(1), said.json(), failure));
  }
}
