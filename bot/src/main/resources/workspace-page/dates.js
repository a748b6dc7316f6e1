// Days and times as people read them, always in a named zone.

const formats = new Map();

function format(zone, options) {
  const key = `${zone}|${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    let made;
    try {
      made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone || 'UTC' });
    } catch {
      made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    }
    formats.set(key, made);
  }
  return formats.get(key);
}

export const hourMinute = (instant, zone) =>
  format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

export const hourMinuteSecond = (instant, zone) =>
  format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(instant);

export const shortDay = (instant, zone) =>
  format(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(instant);

export const longDay = (instant, zone) =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant);

/** 2026-04-26, for comparing days and for date inputs. */
export function isoDay(instant, zone) {
  const parts = Object.fromEntries(
    format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** How far the zone's wall clock is ahead of UTC at this instant, in milliseconds. */
function offset(instant, zone) {
  const parts = Object.fromEntries(
    format(zone, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

/** The instant at which the zone's wall clock shows this day and time ("2026-04-26", "10:30"). */
export function instantAt(day, time, zone) {
  const guess = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(guess)) return null;
  const first = guess - offset(new Date(guess), zone);
  // Once more, since the offset belongs to the instant and not to the wall clock (days of clock change).
  return new Date(guess - offset(new Date(first), zone));
}

/** Slack's `<!date^…>` format tokens. */
export function slackDate(seconds, pattern, zone, now) {
  const instant = new Date(Number(seconds) * 1000);
  if (Number.isNaN(instant.getTime())) return null;
  const day = isoDay(instant, zone);
  const near = (otherwise) => {
    for (const [days, word] of [[0, 'today'], [-1, 'yesterday'], [1, 'tomorrow']]) {
      if (day === isoDay(new Date(now.getTime() + days * 86400000), zone)) return word;
    }
    return otherwise;
  };
  const tokens = {
    date_num: () => day,
    date: () => format(zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant),
    date_slash: () => day.replaceAll('-', '/'),
    date_short: () => format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(instant),
    date_long: () => longDay(instant, zone),
    date_pretty: () => near(tokens.date()),
    date_short_pretty: () => near(tokens.date_short()),
    date_long_pretty: () => near(tokens.date_long()),
    time: () => hourMinute(instant, zone),
    time_secs: () => hourMinuteSecond(instant, zone),
    ago: () => {
      const minutes = Math.round((now - instant) / 60000);
      const size = Math.abs(minutes);
      const words = size < 60 ? `${size} min` : size < 1440 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1440)} d`;
      return minutes >= 0 ? `${words} ago` : `in ${words}`;
    },
    day_divider_pretty: () => near(longDay(instant, zone)),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => (tokens[token] ? tokens[token]() : whole));
}

/** "America/Sao_Paulo" → "Sao Paulo". */
export const zoneCity = (zone) => (zone || 'UTC').split('/').pop().replaceAll('_', ' ');

/** "GMT-3" at this instant. */
export function zoneOffset(instant, zone) {
  const part = format(zone, { timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find((each) => each.type === 'timeZoneName');
  return part ? part.value : 'UTC';
}
