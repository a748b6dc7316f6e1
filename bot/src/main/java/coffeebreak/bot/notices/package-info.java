/// What the bot owes somebody: planned together with the decision, delivered later, seen exactly once.
///
/// [Outbox] keeps, [Courier] delivers through a [Messenger], and both may be interrupted anywhere:
///
/// ```
///  plan ──▶ waiting ──claim──▶ sending ──▶ delivered
///              ▲                │ ▲ │ └──▶ refused
///              └── surely not ──┘ │ │ perhaps, or the courier died
///                                 │ ▼
///                                 │ in doubt ──look──▶ found: delivered
///                                 │   ▲                 │ not there
///                                 │   └────── once ─────┤
///                                 └── twice: renewed ───┘
/// ```
///
/// How long the chat may take to show what it took is [CourierSettings#settle]: the one assumption behind
/// "exactly once". The outbox's rules are tested as `OutboxContract`, the courier's in storms of faults,
/// with naive couriers beside it that do show duplicates and losses.
@NullMarked
package coffeebreak.bot.notices;

import org.jspecify.annotations.NullMarked;
