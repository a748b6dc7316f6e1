// The local workspace that a test has started, and its people, who act as they do on the page.

const address = process.env.WORKSPACE;

export const slack = { slackApiUrl: `${address}/api/` };
export const botToken = process.env.SLACK_BOT_TOKEN;
export const appToken = process.env.SLACK_APP_TOKEN;

async function page(path, body) {
  const answer = await fetch(`${address}/ui/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'X-Coffeebreak-UI': '1', 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (json.error) {
    throw new Error(`${path}: ${json.error}`);
  }
  return json;
}

/** Makes the next calls of a method fail. */
export const misbehave = (method, ...next) => page('misbehave', { method, next });

/** Tells every Socket Mode client to connect anew. */
export const renewConnections = () => page('disconnect', {});

/** How often a method was called so far. */
export const calls = async (method) => (await page(`journal?since=0&method=${method}`)).calls.length;

/** Asks until the answer is something; fails after ten seconds. */
export async function eventually(what, look) {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain for ${what}`);
    }
    await new Promise((later) => setTimeout(later, 20));
  }
}

export function person(id) {
  const sidebar = () => page(`people/${id}`);
  const direct = async () => (await sidebar()).channels.find((channel) => channel.kind === 'im').id;
  const messages = async (channel) => (await page(`people/${id}/channels/${channel}`)).messages;
  return {
    direct,
    messages,
    writes: async (text) => page(`people/${id}/messages`, { channel: await direct(), text }),
    commands: async (text, channel = 'C0GENERAL') => page(`people/${id}/commands`, { channel, text }),
    opensHome: () => page(`people/${id}/home`, {}),
    sees: async (text, channel) => {
      const where = channel ?? (await direct());
      return eventually(`${id} to see "${text}"`, async () =>
        (await messages(where)).find((message) => message.text.includes(text)));
    },
    seesAtHome: (text) =>
      eventually(`${id} to see "${text}" at home`, async () =>
        JSON.stringify((await page(`people/${id}/home`)).view ?? {}).includes(text)),
    modal: () => eventually(`a dialog for ${id}`, async () => (await sidebar()).modal),
    hasNoModal: () => eventually(`no dialog for ${id}`, async () => (await sidebar()).modal === null),
    presses: (message, channel, action) => {
      const block = message.blocks.find((each) => each.elements?.some((element) => element.action_id === action));
      return page(`people/${id}/actions`, {
        container: { type: 'message', channel, ts: message.ts },
        block_id: block.block_id,
        action_id: action,
      });
    },
    submits: (view, state) => page(`people/${id}/views/${view.id}/submit`, { state }),
  };
}

export const button = (action, text) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: action, text: { type: 'plain_text', text }, value: 'pressed' }],
});

export const nameForm = {
  type: 'modal',
  callback_id: 'name',
  title: { type: 'plain_text', text: 'Your name' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: 'Name' },
      element: { type: 'plain_text_input', action_id: 'answer' },
    },
  ],
};
