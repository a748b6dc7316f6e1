// @slack/socket-mode against the local workspace.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { appToken, botToken, button, nameForm, person, renewConnections, slack } from './local.mjs';

const web = new WebClient(botToken, slack);
const socket = new SocketModeClient({ appToken, clientOptions: slack });
const ana = person('U0ANA');
const arrives = (type) => new Promise((arrived) => socket.once(type, arrived));

before(() => socket.start());
after(() => socket.disconnect());

test('a wrong token does not connect', async () => {
  const stranger = new SocketModeClient({ appToken: 'xapp-wrong', clientOptions: slack });
  await assert.rejects(stranger.start(), /invalid_auth/);
});

test('what somebody writes arrives as an event', async () => {
  const arriving = arrives('message');
  await ana.writes('hello');
  const { ack, body, event, retry_num } = await arriving;
  await ack();
  assert.equal(event.text, 'hello');
  assert.equal(event.user, 'U0ANA');
  assert.equal(event.channel_type, 'im');
  assert.equal(body.type, 'event_callback');
  assert.equal(body.authorizations[0].user_id, 'U0BOT');
  assert.equal(retry_num, 0);
});

test('a command is answered with its acknowledgement', async () => {
  const arriving = arrives('slash_commands').then(async ({ ack, body }) => {
    await ack({ text: `You said ${body.text}` });
    return body;
  });
  await ana.commands('/coffee next talk');
  const body = await arriving;
  assert.equal(body.command, '/coffee');
  assert.match(body.response_url, /^http/);
  const seen = await ana.sees('You said next talk', 'C0GENERAL');
  assert.equal(seen.ephemeral, true);
});

test('a button is pressed, its message replaced, and a dialog opened, refused once and submitted', async () => {
  const { channel } = await web.chat.postMessage({ channel: 'U0ANA', text: 'A button', blocks: [button('open', 'Open')] });
  const pressing = arrives('interactive').then(async ({ ack, body }) => {
    await ack();
    await fetch(body.response_url, {
      method: 'POST',
      body: JSON.stringify({ replace_original: true, text: 'Pressed' }),
    });
    await web.views.open({ trigger_id: body.trigger_id, view: nameForm });
    return body;
  });
  await ana.presses(await ana.sees('A button'), channel, 'open');
  const body = await pressing;
  assert.equal(body.type, 'block_actions');
  assert.equal(body.actions[0].value, 'pressed');
  assert.equal(body.container.type, 'message');
  await ana.sees('Pressed');

  const view = await ana.modal();
  const answer = { name: { answer: 'Ana' } };
  const refusing = arrives('interactive').then(({ ack }) =>
    ack({ response_action: 'errors', errors: { name: 'Taken' } }));
  const refused = await ana.submits(view, answer);
  await refusing;
  assert.deepEqual(refused.errors, { name: 'Taken' });
  const taking = arrives('interactive').then(async ({ ack, body: submission }) => {
    await ack();
    return submission;
  });
  await ana.submits(view, answer);
  const submission = await taking;
  assert.equal(submission.type, 'view_submission');
  assert.equal(submission.view.state.values.name.answer.value, 'Ana');
  await ana.hasNoModal();
});

test('a client told to renew its connection comes back', async () => {
  const again = arrives('connected');
  await renewConnections();
  await again;
  const arriving = arrives('message');
  await ana.writes('still there?');
  const { ack, event } = await arriving;
  await ack();
  assert.equal(event.text, 'still there?');
});
