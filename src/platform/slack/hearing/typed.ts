/**
 * What a person typed, from the text that Slack sends for it: links and mentions as they read, its entities and
 * the quotes its editor curls undone (docs.slack.dev, "Formatting message text").
 */
export function asTyped(text: string): string {
  const typed = changed.test(text) ? asWritten(text) : text;
  // The indentation of a first line of code belongs to the code.
  return typed.trim().includes('\n') ? typed.replace(/^(\s*\n)+|\s+$/g, '') : typed.trim();
}

/** Most commands hold nothing that Slack has changed. */
const changed = /[<>&“”„‟‘’‚‛\u00a0\u200b\u02cb]/;

function asWritten(text: string): string {
  return (
    text
      .replace(/<([^<>]*)>/g, (_, inner: string) => asRead(inner))
      .replace(/&(amp|lt|gt);/g, (_, name: string) => entities.get(name) ?? '')
      .replace(/[“”„‟]/g, '"')
      .replace(/[‘’‚‛]/g, "'")
      .replaceAll('\u00a0', ' ')
      // Our own answers hold these where their signs must not format.
      .replaceAll('\u200b', '')
      .replaceAll('\u02cb', '`')
  );
}

/** The text without the mentions of this bot; null when it is not mentioned. */
export function withoutMention(text: string, bot: string): string | null {
  const mention = `<@${bot}(?:\\|[^<>]*)?>`;
  if (!new RegExp(mention).test(text)) return null;
  return text.replace(new RegExp(`[ \u00a0]*${mention}[:,]?[ \u00a0]*`, 'g'), ' ');
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
]);

/** The inside of an angle bracket: `https://…|label`, `@U1|ana`, `#C1|general`, `!here`. */
function asRead(inner: string): string {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? '' : inner.slice(bar + 1);
  const sign = target[0];
  if (sign === '@') return label === '' ? '' : `@${label}`;
  if (sign === '#') return label === '' ? '' : `#${label}`;
  if (sign === '!') return label === '' ? `@${target.slice(1)}` : label;
  return label === '' ? target.replace(/^mailto:/, '') : label;
}
