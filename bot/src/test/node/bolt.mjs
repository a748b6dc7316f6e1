// An app of @slack/bolt against the local workspace: over Socket Mode, or over HTTP where PORT is set.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import bolt from '@slack/bolt';
import { appToken, botToken, button, eventually, nameForm, person, slack } from './local.mjs';

const port = process.env.PORT;
const app = new bolt.App({
  token: botToken,
  clientOptions: slack,
  ...(port ? { signingSecret: process.env.SLACK_SIGNING_SECRET } : { appToken, socketMode: true }),
});
const ana = person('U0ANA');

app.message('hello', async ({ message, say }) => {
  await say({ text: `Hello <@${message.user}>`, blocks: [button('name', 'Say my name')] });
});
app.command('/coffee', async ({ ack, command, respond }) => {
  await ack();
  await respond({ response_type: 'in_channel', text: `There is coffee, ${command.user_name}` });
});
app.action('name', async ({ ack, body, client, respond }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: nameForm });
  await respond({ replace_original: true, text: 'Asked' });
});
app.view('name', async ({ ack, body, client, view }) => {
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `Thanks, ${view.state.values.name.answer.value}` });
});
app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({
    user_id: event.user,
    view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Welcome' } }] },
  });
});

before(async () => {
  await (port ? app.start(Number(port)) : app.start());
  if (port) {
    await eventually('the workspace to know the app', async () =>
      (await fetch(`${process.env.WORKSPACE}/ui/state`).then((state) => state.json())).bots[0].connected);
  }
});
after(() => app.stop());

test('a message is answered', async () => {
  await ana.writes('hello there');
  await ana.sees('Hello <@U0ANA>');
});

test('a command is answered for all to see', async () => {
  await ana.commands('/coffee');
  await person('U0BO').sees('There is coffee, ana', 'C0GENERAL');
});

test('a button opens a dialog, and the dialog is answered', async () => {
  await ana.writes('hello once more');
  const offer = await eventually('a second greeting', async () =>
    (await ana.messages(await ana.direct())).filter((message) => message.text.startsWith('Hello'))[1]);
  await ana.presses(offer, await ana.direct(), 'name');
  const view = await ana.modal();
  await ana.sees('Asked');
  const answer = await ana.submits(view, { name: { answer: 'Ana' } });
  assert.equal(answer.result, 'closed');
  await ana.sees('Thanks, Ana');
});

test('a Home is published when it is opened', async () => {
  await ana.opensHome();
  await ana.seesAtHome('Welcome');
});
