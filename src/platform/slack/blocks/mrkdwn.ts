import { type Inline, plain } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';

/** Invisible, and enough to keep Slack from reading the sign before it as markup. */
const breaker = '\u200b';

/** Signs that may format. Within a word Slack leaves them alone, and names like pool_size stay fit to copy. */
const formatting = /(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])/g;

/** Without any of these a text stands as it is. */
const special = /[&<>*_~`:]/;

/** Looks like a backtick. Code may begin with a blank, so that nothing can break a real one. */
const backtick = '\u02cb';

/**
 * Inline text as Slack's mrkdwn: our marks shown, everything that people wrote shown as they wrote it. Nothing in
 * it pings, links or formats (docs.slack.dev, "Formatting message text").
 */
export function mrkdwn(inline: Inline): string {
  if (typeof inline === 'string') return literal(inline);
  if (!('mark' in inline)) return inline.map(mrkdwn).join('');
  switch (inline.mark) {
    case 'code':
      return /[`\n]/.test(inline.text) || inline.text.trim() === ''
        ? literal(inline.text)
        : `\`${entities(inline.text)}\``;
    case 'strong':
      return marked('*', inline.content);
    case 'emphasis':
      return marked('_', inline.content);
    case 'link':
      return safeLink(inline.href)
        ? `<${entities(inline.href).replaceAll('|', '%7C')}|${literal(plain(inline.content))}>`
        : mrkdwn(inline.content);
  }
}

/** Text that mrkdwn shows as it stands. */
export function literal(text: string): string {
  if (!special.test(text)) return text;
  return entities(text)
    .replace(formatting, `$&${breaker}`)
    .replaceAll('`', backtick)
    .replace(/:(?=[\w+'-]+:)/g, `:${breaker}`)
    .replace(/^(?=&gt;)/gm, breaker);
}

/** A link Slack takes; anything else is shown as its words alone. */
export function safeLink(href: string): boolean {
  return href.length <= slackLimits.linkUrl && /^https?:\/\/[^\s<>"]+$/.test(href);
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Slack reads a mark only at a word's edge, and not around blanks. */
function marked(sign: string, content: Inline): string {
  const inner = mrkdwn(content);
  return inner.trim() === '' || inner.includes('\n')
    ? inner
    : `${breaker}${sign}${inner.trim()}${sign}${breaker}`;
}
