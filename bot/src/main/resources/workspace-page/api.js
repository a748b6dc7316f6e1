// The page's only way to the workspace server: JSON under /ui/, and one stream of "this changed".

/** A refusal in the server's own words. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/ui/${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'X-Coffeebreak-UI': '1' }),
      },
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
      cache: 'no-store',
    });
  } catch {
    throw new Refused('The local workspace does not answer. Is it still running?', 0);
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    if (response.ok) throw new Refused('The local workspace sent something that is not JSON.', response.status);
  }
  if (!response.ok || answer.error) {
    // A failed submit carries its own result and is not an exception.
    if (answer.result) return answer;
    throw new Refused(answer.error || `The local workspace answered ${response.status}.`, response.status);
  }
  return answer;
}

const id = encodeURIComponent;

export const api = {
  state: () => call('GET', 'state'),
  person: (user) => call('GET', `people/${id(user)}`),
  messages: (user, channel, thread) =>
    call('GET', `people/${id(user)}/channels/${id(channel)}${thread ? `?thread=${id(thread)}` : ''}`),
  home: (user) => call('GET', `people/${id(user)}/home`),
  openHome: (user) => call('POST', `people/${id(user)}/home`),
  send: (user, message) => call('POST', `people/${id(user)}/messages`, message),
  upload: (user, file) => call('POST', `people/${id(user)}/files`, file),
  edit: (user, message) => call('PATCH', `people/${id(user)}/messages`, message),
  remove: (user, message) => call('DELETE', `people/${id(user)}/messages`, message),
  command: (user, command) => call('POST', `people/${id(user)}/commands`, command),
  act: (user, action) => call('POST', `people/${id(user)}/actions`, action),
  submit: (user, view, state) => call('POST', `people/${id(user)}/views/${id(view)}/submit`, { state }),
  close: (user, view) => call('POST', `people/${id(user)}/views/${id(view)}/close`),
  clock: (change) => call('POST', 'clock', change),
};

/** Follows the server's changes for as long as the page is open; tells when the line drops and comes back. */
export function follow(onChange, onLine) {
  let source;
  let retry;
  const open = () => {
    source = new EventSource('/ui/events');
    source.addEventListener('open', () => onLine(true));
    source.addEventListener('change', (event) => {
      try {
        onChange(JSON.parse(event.data));
      } catch {
        // A line that is not JSON says nothing the page could show.
      }
    });
    source.addEventListener('error', () => {
      onLine(false);
      // The browser gives up for good on some failures (a 503 while restarting); then we start over.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(retry);
        retry = setTimeout(open, 2000);
      }
    });
  };
  open();
}
