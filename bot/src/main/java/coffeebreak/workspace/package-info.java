/// A small Slack on loopback, for trying, testing and rehearsing an app without the real one.
///
/// Start at [Workspace]: built from [WorkspaceSettings] and a [WorkspaceClock], it serves the Web API below
/// `/api/`, Socket Mode, `response_url`s, and a page on which one person can play everybody. It speaks
/// Slack's protocol and nothing else: any Slack client can use it, and it knows no app's features. What it
/// enforces is what Slack enforces (acknowledgement within three seconds, single-use triggers, rates, view
/// hashes, Block Kit's limits); what it can be told to do wrong is what Slack can do wrong (a reply lost after
/// the commit, a 500, a repeat, a disconnect). Everything lives in memory.
///
/// Inside: a call goes `ApiServlet → Misbehaviour → RateLimiter → …Methods → Team`, and is written to the
/// `Journal`. What a person does on the page goes `UiServlet → Desk → AppEvents or Interactions → Deliveries →
/// SocketTransport or HttpTransport → the app`.
@NullMarked
package coffeebreak.workspace;

import org.jspecify.annotations.NullMarked;
