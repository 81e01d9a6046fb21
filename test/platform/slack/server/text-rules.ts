import { checkKeys, checkList, checkString, type Faults, isRecord } from './faults.ts';

/** A text object: `plain_text`, and `mrkdwn` where the place takes it. */
export function checkText(
  faults: Faults,
  value: unknown,
  { most, mrkdwn = false }: { most: number; mrkdwn?: boolean },
): void {
  if (!isRecord(value)) {
    faults.add('must provide an object');
    return;
  }
  if (value.type === 'plain_text') checkKeys(faults, value, ['type', 'text', 'emoji']);
  else if (mrkdwn && value.type === 'mrkdwn') checkKeys(faults, value, ['type', 'text', 'verbatim']);
  else {
    faults.at('type').add(`unsupported type: ${value.type}`);
    return;
  }
  checkString(faults.at('text'), value.text, { most });
}

const groups = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'];

/** A rich text block's elements. */
export function checkRichText(faults: Faults, value: Readonly<Record<string, unknown>>): void {
  checkKeys(faults, value, ['type', 'block_id', 'elements']);
  checkList(faults.at('elements'), value.elements, { most: 1_000 }, (at, group) => {
    if (!isRecord(group) || !groups.includes(String(group.type))) return at.add('unsupported element');
    checkKeys(at, group, ['type', 'elements', 'style', 'indent', 'offset', 'border']);
    if (group.type !== 'rich_text_list')
      return checkList(at.at('elements'), group.elements, { most: 10_000 }, checkRun);
    if (group.style !== 'ordered' && group.style !== 'bullet') at.at('style').add('unsupported style');
    checkList(at.at('elements'), group.elements, { most: 1_000 }, (item, section) => {
      if (!isRecord(section) || section.type !== 'rich_text_section') return item.add('unsupported element');
      checkList(item.at('elements'), section.elements, { most: 10_000 }, checkRun);
    });
  });
}

const styles = ['bold', 'italic', 'strike', 'code', 'underline'];

function checkRun(faults: Faults, run: unknown): void {
  if (!isRecord(run)) {
    faults.add('must provide an object');
    return;
  }
  if (isRecord(run.style)) checkKeys(faults.at('style'), run.style, styles);
  switch (run.type) {
    case 'text':
      checkKeys(faults, run, ['type', 'text', 'style']);
      checkString(faults.at('text'), run.text, { most: 40_000 });
      return;
    case 'link':
      checkKeys(faults, run, ['type', 'url', 'text', 'style', 'unsafe']);
      checkString(faults.at('text'), run.text, { most: 40_000, optional: true });
      checkUrl(faults.at('url'), run.url);
      return;
    case 'user':
    case 'broadcast':
    case 'channel':
    case 'usergroup':
    case 'emoji':
      return;
    default:
      faults.at('type').add(`unsupported type: ${run.type}`);
  }
}

export function checkUrl(faults: Faults, value: unknown): void {
  checkString(faults, value, { most: 3_000 });
  if (typeof value === 'string' && !URL.canParse(value)) faults.add('must be a valid URL');
}
