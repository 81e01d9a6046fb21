/** What Slack makes of mrkdwn: the words a person reads, whom it pings, what it formats. */
export interface ReadMrkdwn {
  readonly text: string;
  readonly pings: readonly string[];
  readonly links: readonly string[];
  /** What stands formatted: `*bold*`, `_italic_`, `~struck~`, code, quotes and emoji, with their signs. */
  readonly formatted: readonly string[];
}

const blank = '\\s\\u200b';
const span = new RegExp(
  `(?<![A-Za-z0-9])([*_~])(?=[^${blank}])((?:(?!\\1)[^\\n])*?[^${blank}])\\1(?![A-Za-z0-9])`,
  'g',
);

/** Reads mrkdwn as a person sees it, by the rules of docs.slack.dev, "Formatting message text". */
export function readMrkdwn(source: string): ReadMrkdwn {
  const pings: string[] = [];
  const links: string[] = [];
  const formatted: string[] = [];
  const note = (whole: string, inner: string) => {
    formatted.push(whole);
    return inner;
  };
  const text = source
    .replace(/<([^<>]+)>/g, (_, inner: string) => {
      const [target = '', label] = inner.split('|');
      if (/^[@!#]/.test(target)) {
        pings.push(inner);
        return `@${target.slice(1)}`;
      }
      links.push(target);
      return label ?? target;
    })
    .replace(/`([^`\n]+)`/g, note)
    .replace(/:[a-z0-9_+'-]+:/g, (whole) => note(whole, whole))
    .replace(/^&gt; ?(.*)$/gm, note)
    .replace(span, (whole, _, inner: string) => note(whole, inner))
    .replaceAll('\u200b', '')
    .replaceAll('\u02cb', '`')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return { text, pings, links, formatted };
}
