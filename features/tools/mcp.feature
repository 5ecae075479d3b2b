Feature: Tools on MCP servers
  The service calls these tools itself and tells the app about it in events that must not be taken for
  calls of the app's own tools: answering them is an error.

  Background:
    Given a session with server VAD
    And the MCP server "docs"

  @live-2.14
  Scenario: Tools of an MCP server are used
    Then after 1 s
    And the server sends "mcp_list_tools.in_progress"
    And the server sends "mcp_list_tools.completed"
    When the user types "What did the last report say?"
    Then the assistant says "Let me look it up."
    And the assistant uses "list_documents" of "docs"
    And the assistant uses "search_documents" of "docs" with
      """json
      {"query": "quarterly report"}
      """
    And the assistant says "Sales went up by a tenth."

  @live-2.14
  Scenario: A tool of an MCP server fails
    When the user types "What did the last report say?"
    Then the assistant uses "list_documents" of "docs", which fails: "Tool timed out"
    And the assistant uses "search_documents" of "docs", which fails: "Not found", with
      """json
      {"query": "quarterly report"}
      """
    And the assistant says "I could not find it."

  @live-2.14
  Scenario: An MCP server cannot be reached
    Then the tools of "docs" cannot be listed: "Failed to connect to MCP server"
    When the user types "Can you read my documents?"
    Then the assistant says "Not right now."
