/// What is kept, in Redis: one small class for each port of the features, found through [RedisStore]; and a
/// server of our own for the demo and the tests, [EmbeddedRedis].
///
/// Every key of one workspace and event begins with `cb:{workspace:event}:`. The braces are Redis' hash
/// tag: all keys of an event live in one slot of a cluster, so that each change is one atomic step, and no
/// step reaches into another workspace. Names are built in [Keys], and for the outbox in
/// `redis/outbox.lua`.
///
/// | key | type | holds | lifetime |
/// |---|---|---|---|
/// | `plan` | hash | the seating plan as JSON, its version, and a mark of this writing; in the plan the rounds that
/// were published, and for five minutes what it was before the latest | the event |
/// | `probe` | string | nothing: written to see whether anything can be | 1 minute |
/// | `serving:<process>` | string | nothing: a bot that runs serves the event | 30 seconds, anew each second |
/// | `moving` | string | a mark of whoever exports or imports the event | 1 minute, anew with each step |
/// | `importing:…` | any | what an import has written and not put in its place yet | 1 hour |
/// | `rounds` | string | number of the draft kept last | the event |
/// | `round:<number>` | string | a previewed round | 1 day |
/// | `publishing` | string | which organizer is publishing, and since when | 30 seconds |
/// | `profiles` | hash | person → version and profile | the event |
/// | `vectors` | hash | person → version of the profile and what the index made of it | as the profile |
/// | `blocks` | set | who would rather not sit with whom, a line each; a mark for who was forgotten | the event |
/// | `forbids` | set | whom organizers keep apart, a line from each side; marked like `blocks` | the event |
/// | `muted` | set | who asked to be written to only about their own seat | the event |
/// | `unreachable` | hash | person → why the chat takes no message for them | until one arrives |
/// | `feedback` | hash | seat → what its person said of it afterwards | the event |
/// | `in-touch` | set | who would like to stay in touch with whom, a line each | the event |
/// | `answer-times` | hash | seat → how long its answer took: a number, without who | the event |
/// | `organizers` | set | who was added to the organizers of the settings | the event |
/// | `forgotten` | string | how many asked to be forgotten; stays | for good |
/// | `report` | string | the event in numbers, from the day everything personal was deleted | for good |
/// | `hosts` | hash | mentor → version and what they said: breaks, seats, cancelled, deputy | the event |
/// | `marked:<mark>` | sorted set | who looked at their Home, was welcomed, began to sign up, or is not
/// interested, by when | the event |
/// | `draft:<person>` | string | a half-finished sign-up | as configured, anew with each step |
/// | `seen:<digest>` | string | something came in, or was deleted by its person; the digest is of its id | 1 day |
/// | `arrivals:<person>` | stream | what a person sent, in its order | until it is worked |
/// | `inbox:held`, `inbox:holds`, `inbox:tries` | sorted set, hashes | person → who works what they sent: until when,
/// under which number, the how manieth time | until it is worked |
/// | `inbox:last` | string | the latest of these numbers | the event |
/// | `inbox:dead` | stream | the last thousand arrivals that were given up | until organizers or their person say so |
/// | `allowance:minute:<digest>`, `allowance:day:<digest>` | string | questions a person had read by the language model
/// | 1 minute, 1 day |
/// | `allowance:day` | string | the same of everybody | 1 day |
/// | `limit:<what>:<digest>` | string | how often a person wanted it within a minute | 1 minute |
/// | `day` | hash | how the day differs from its file: delays, what is cancelled, what organizers said, what was
/// imported in the programme's place | the event |
/// | `import:<id>` | string | a file that was imported: who, when, what it held | the event |
/// | `import-offer:<id>` | string | a file that was read and waits for somebody to say so | 1 day |
/// | `imports` | hash | mentors, papers → which import is in force | the event |
/// | `questions` | hash | number → version, a question passed on to the organizers, who asked it, the answer | the
/// event |
/// | `announcements` | hash | number → version, what was announced, to whom, how far it is | the event |
/// | `in-vain:<person>` | string | what a person asked in vain and may pass on | 1 day |
/// | `audit` | stream | what organizers did, and who was refused | the event |
/// | `notice-key` | string | the secret behind the ids of notices | the event |
/// | `notice:<id>` | hash | a notice: state, attempt; until finished text, recipients | 30 days once finished |
/// | `queue:<person>` | sorted set | what a person is owed, by due time and order | until empty |
/// | `rest:<person>` | string | when the person may get the next one | 1 minute |
/// | `outbox:heads` | hash | person → the first of their queue | until empty |
/// | `outbox:urgent:WAY`, `outbox:ordinary:WAY` | sorted set | heads, by when they may leave | until empty |
/// | `outbox:under-way` | sorted set | claimed or in doubt, by the end of its lease | until empty |
/// | `outbox:pace` | hash | for each way when the next may leave and a pause; the latest clock | the event |
/// | `outbox:counts` | hash | how many notices are in which state, and how long they waited | the event |
/// | `outbox:refused` | stream | the last thousand given up, and why | 30 days after the last |
///
/// A person who is forgotten is gone from `questions`, `announcements`, `inbox:dead`, `in-vain:`, `draft:`, `marked:`,
/// `profiles`,
/// `vectors`, `blocks`, `forbids`,
/// `feedback`, `in-touch`, `muted`, `unreachable`, `organizers`, `allowance:`, `limit:`, the outbox and the drafts of
/// rounds at once, from `import:` as far as it says who in the chat a mentor is, and from `plan` as far as
/// `coffeebreak.bot.mentoring` takes them out. In the audit trail refusals lose their name; what organizers did stays.
///
/// A state change is a script called by its digest, so it happens as a whole or not at all. Whatever goes
/// wrong on the way is a [coffeebreak.bot.chat.StoreUnavailable]: at once when nobody listens, after two
/// seconds when nobody answers (in a cluster the first time after four: its pools replace a broken connection). When
/// nothing was answered for a second, nobody else waits: one question at a time finds out whether it is over.
/// Nothing is tried twice: a change that timed out may have happened, and every change can be asked for again
/// (versions, ids of notices and attempts see to that).
@NullMarked
package coffeebreak.bot.redis;

import org.jspecify.annotations.NullMarked;
