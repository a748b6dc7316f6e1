// @slack/web-api against the local workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCode, WebClient } from '@slack/web-api';
import { botToken, button, calls, misbehave, nameForm, person, slack } from './local.mjs';

const client = new WebClient(botToken, slack);
const ana = person('U0ANA');
const refuses = (call, error, more = {}) =>
  assert.rejects(call, (thrown) => {
    assert.equal(thrown.code, ErrorCode.PlatformError);
    assert.equal(thrown.data.error, error);
    for (const [name, value] of Object.entries(more)) {
      assert.deepEqual(thrown.data[name], value);
    }
    return true;
  });

test('an app learns who it is', async () => {
  const me = await client.auth.test();
  assert.equal(me.ok, true);
  assert.equal(me.user_id, 'U0BOT');
  assert.equal(me.bot_id, 'B0LOCAL');
  assert.equal(me.team_id, 'T0LOCAL');
  assert.match(me.url, /^https:\/\/.*\/$/);
});

test('a message is posted, edited, and seen with its blocks', async () => {
  const posted = await client.chat.postMessage({ channel: 'U0ANA', text: 'Your seat', blocks: [button('go', 'Go')] });
  assert.match(posted.channel, /^D/);
  assert.equal(posted.message.blocks[0].elements[0].text.text, 'Go');
  assert.equal(posted.message.bot_id, 'B0LOCAL');
  const edited = await client.chat.update({ channel: posted.channel, ts: posted.ts, text: 'Your seat moved', blocks: [] });
  assert.equal(edited.text, 'Your seat moved');
  const seen = await ana.sees('Your seat moved');
  assert.equal(seen.blocks, null);
  assert.ok(seen.edited);
  await client.chat.delete({ channel: posted.channel, ts: posted.ts });
  await refuses(client.chat.update({ channel: posted.channel, ts: posted.ts, text: 'x' }), 'message_not_found');
});

test('an ephemeral message is seen by one person only', async () => {
  const posted = await client.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0ANA', text: 'Only for you' });
  assert.match(posted.message_ts, /^\d+\.\d{6}$/);
  await ana.sees('Only for you', 'C0GENERAL');
  const others = await person('U0BO').messages('C0GENERAL');
  assert.equal(others.some((message) => message.text === 'Only for you'), false);
});

test('several people are brought together, and it is the same conversation the next time', async () => {
  const first = await client.conversations.open({ users: 'U0ANA,U0BO', return_im: true });
  assert.equal(first.channel.is_mpim, true);
  const again = await client.conversations.open({ users: 'U0BO,U0ANA' });
  assert.equal(again.channel.id, first.channel.id);
  assert.equal(again.already_open, true);
  const { members } = await client.conversations.members({ channel: first.channel.id });
  assert.deepEqual(new Set(members), new Set(['U0ANA', 'U0BO', 'U0BOT']));
  const { channel } = await client.conversations.info({ channel: first.channel.id, include_num_members: true });
  assert.equal(channel.num_members, 3);
});

test('a history is read page by page, and a thread with its parent first', async () => {
  const { channel } = await client.conversations.open({ users: 'U0OLGA' });
  const sent = [];
  for (let i = 1; i <= 5; i++) {
    sent.push((await client.chat.postMessage({ channel: channel.id, text: `m${i}` })).ts);
  }
  await client.chat.postMessage({ channel: channel.id, thread_ts: sent[0], text: 'reply' });
  const read = [];
  for await (const page of client.paginate('conversations.history', { channel: channel.id, limit: 2 })) {
    read.push(...page.messages.map((message) => message.text));
  }
  assert.deepEqual(read, ['m5', 'm4', 'm3', 'm2', 'm1']);
  const thread = await client.conversations.replies({ channel: channel.id, ts: sent[0] });
  assert.deepEqual(thread.messages.map((message) => message.text), ['m1', 'reply']);
  assert.equal(thread.messages[0].reply_count, 1);
  assert.equal(thread.messages[1].parent_user_id, 'U0BOT');
  const later = await client.conversations.history({ channel: channel.id, oldest: sent[3], inclusive: true });
  assert.deepEqual(later.messages.map((message) => message.text), ['m5', 'm4']);
});

test('people are looked up by id, by address, and page by page', async () => {
  const { user } = await client.users.info({ user: 'U0ANA', include_locale: true });
  assert.equal(user.real_name, 'Ana');
  assert.equal(user.tz, 'Europe/Zurich');
  assert.equal(user.locale, 'en-US');
  const found = await client.users.lookupByEmail({ email: user.profile.email });
  assert.equal(found.user.id, 'U0ANA');
  const ids = [];
  for await (const page of client.paginate('users.list', { limit: 2 })) {
    ids.push(...page.members.map((member) => member.id));
  }
  assert.equal(new Set(ids).size, 4);
  const list = await client.conversations.list({ types: 'public_channel,mpim', exclude_archived: true });
  assert.ok(list.channels.some((channel) => channel.name === 'general'));
});

test('a Home is published, and a stale hash does not overwrite a newer one', async () => {
  const home = (text) => ({ type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
  const first = await client.views.publish({ user_id: 'U0ANA', view: home('one') });
  assert.equal(first.view.type, 'home');
  await client.views.publish({ user_id: 'U0ANA', view: home('two'), hash: first.view.hash });
  await refuses(client.views.publish({ user_id: 'U0ANA', view: home('three'), hash: first.view.hash }), 'hash_conflict');
  await ana.seesAtHome('two');
});

test('a dialog needs a fresh trigger', async () => {
  await refuses(client.views.open({ trigger_id: '1.2.abc', view: nameForm }), 'invalid_trigger_id');
  await refuses(client.views.update({ view_id: 'V0NONE', view: nameForm }), 'not_found');
});

test('a reaction is added, read and taken back', async () => {
  const { channel, ts } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'Who is there?' });
  await client.reactions.add({ channel, timestamp: ts, name: 'coffee' });
  await refuses(client.reactions.add({ channel, timestamp: ts, name: 'coffee' }), 'already_reacted');
  const { message } = await client.reactions.get({ channel, timestamp: ts });
  assert.deepEqual(message.reactions, [{ name: 'coffee', users: ['U0BOT'], count: 1 }]);
  await client.reactions.remove({ channel, timestamp: ts, name: 'coffee' });
  await refuses(client.reactions.remove({ channel, timestamp: ts, name: 'coffee' }), 'no_reaction');
});

test('a permalink leads to a message', async () => {
  const { channel, ts } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'Here' });
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
  assert.ok(permalink.endsWith(`/archives/${channel}/p${ts.replace('.', '')}`));
});

test('a file is uploaded in three steps and shared with what is said of it', async () => {
  const channel_id = (await client.conversations.open({ users: 'U0BO' })).channel.id;
  const shared = await client.filesUploadV2({
    channel_id,
    filename: 'seat.ics',
    title: 'Your seat',
    content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    initial_comment: 'For your calendar',
  });
  const file = shared.files[0].files[0];
  assert.equal(file.title, 'Your seat');
  const seen = await person('U0BO').sees('For your calendar');
  assert.deepEqual(seen.files.map((each) => each.name), ['seat.ics']);
  const info = await client.files.info({ file: file.id });
  assert.equal(info.file.name, 'seat.ics');
  assert.equal(info.file.size, 32);
  const content = await fetch(info.file.url_private, { headers: { Authorization: `Bearer ${botToken}` } });
  assert.equal(await content.text(), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  await client.files.delete({ file: file.id });
  await refuses(client.files.info({ file: file.id }), 'file_deleted');
});

test('what is wrong is refused in Slack\'s words', async () => {
  await refuses(client.chat.postMessage({ channel: 'C0NONE', text: 'x' }), 'channel_not_found');
  await refuses(client.chat.postMessage({ channel: 'C0GENERAL' }), 'no_text');
  await refuses(client.users.info({ user: 'U0NONE' }), 'user_not_found');
  await refuses(client.apiCall('chat.shout', { text: 'x' }), 'unknown_method', { req_method: 'chat.shout' });
  await refuses(new WebClient('xoxb-wrong', slack).auth.test(), 'invalid_auth');
  await refuses(new WebClient(undefined, slack).auth.test(), 'not_authed');
  await refuses(client.apps.connections.open({}), 'not_allowed_token_type');
  await refuses(
    client.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks: [button('go', 'x'.repeat(76))] }),
    'invalid_blocks',
    { errors: ['must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'] },
  );
});

test('too many calls are told with the seconds to wait, and the client waits and succeeds', async () => {
  const impatient = new WebClient(botToken, { ...slack, rejectRateLimitedCalls: true });
  await misbehave('users.info', { fault: 'ratelimited', retryAfter: 7 });
  await assert.rejects(impatient.users.info({ user: 'U0ANA' }), { code: ErrorCode.RateLimitedError, retryAfter: 7 });
  await misbehave('users.info', { fault: 'ratelimited', retryAfter: 1 });
  const before = await calls('users.info');
  const patient = new WebClient(botToken, { ...slack, retryConfig: { retries: 1, minTimeout: 1 } });
  assert.equal((await patient.users.info({ user: 'U0ANA' })).user.id, 'U0ANA');
  assert.equal(await calls('users.info'), before + 2);
});

test('a failing server is an error of HTTP', async () => {
  await misbehave('auth.test', { fault: 'status_500' });
  const once = new WebClient(botToken, { ...slack, retryConfig: { retries: 0 } });
  await assert.rejects(once.auth.test(), { code: ErrorCode.HTTPError, statusCode: 500 });
});
