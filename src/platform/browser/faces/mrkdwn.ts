import type { Run } from './face.ts';

type Mark = Run['marks'][number];

const signs: Readonly<Record<string, Mark>> = { '*': 'strong', _: 'emphasis', '~': 'strike' };

/**
 * A link, code, or a pair of marks at the edges of words (docs.slack.dev, "Formatting message text"). A sign beside an
 * invisible blank marks nothing.
 */
const marked = new RegExp(
  [
    '<([^<>|]+)(?:\\|([^<>]*))?>',
    '`([^`\\n]+)`',
    '(?<![\\p{L}\\p{N}])([*_~])(?![\\s\\u200b])([^\\n]+?)(?<![\\s\\u200b])\\4(?![\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

/** Slack's mrkdwn as Slack shows it. */
export function readMrkdwn(text: string, marks: readonly Mark[] = []): readonly Run[] {
  const runs: Run[] = [];
  const plain = (from: number, to: number) => {
    if (to > from) runs.push({ text: decoded(text.slice(from, to)), marks, href: null });
  };
  let from = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, href, label, code, sign = '', inner = ''] = match;
    const mark = signs[sign];
    plain(from, match.index);
    if (href !== undefined) runs.push({ text: decoded(label ?? href), marks, href: decoded(href) });
    else if (code !== undefined) runs.push({ text: decoded(code), marks: [...marks, 'code'], href: null });
    else if (mark) runs.push(...readMrkdwn(inner, [...marks, mark]));
    from = match.index + whole.length;
  }
  plain(from, text.length);
  return runs;
}

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
