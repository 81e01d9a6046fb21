import { isRecord } from './faults.ts';
import { readMrkdwn } from './mrkdwn-reader.ts';

interface Shown {
  readonly blocks: readonly unknown[];
  readonly text: string;
}

/** The words of a message as a person reads them, one line a block; buttons as `[label]`. */
export function seen({ blocks, text }: Shown): string {
  if (blocks.length === 0) return readMrkdwn(text).text;
  return blocks.map(words).join('\n');
}

/** Whom a message pings, in its blocks or its fallback. */
export function pings({ blocks, text }: Shown): readonly string[] {
  return [...readMrkdwn(text).pings, ...blocks.flatMap(pingsOf)];
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (!isRecord(value)) return '';
  const { type, text, elements } = value;
  switch (type) {
    case 'mrkdwn':
      return readMrkdwn(String(text)).text;
    case 'table':
      return Array.isArray(value.rows)
        ? value.rows.map((row) => (Array.isArray(row) ? row.map(words).join(' | ') : '')).join('\n')
        : '';
    case 'actions':
      return Array.isArray(elements) ? elements.map((one) => `[${words(one)}]`).join(' ') : '';
    case 'image':
      return `(${value.alt_text})`;
    case 'rich_text':
    case 'rich_text_list':
      return Array.isArray(elements) ? elements.map(words).join('\n') : '';
  }
  return typeof text === 'string' ? text : words(text ?? elements);
}

function pingsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(pingsOf);
  if (!isRecord(value)) return [];
  if (['user', 'broadcast', 'usergroup', 'channel'].includes(String(value.type))) return [String(value.type)];
  if (value.type === 'mrkdwn') return readMrkdwn(String(value.text)).pings;
  return Object.values(value).flatMap(pingsOf);
}
