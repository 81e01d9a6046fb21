import { checkKeys, checkList, checkString, type Faults, isRecord } from './faults.ts';
import { checkRichText, checkText, checkUrl } from './text-rules.ts';
import type { Json } from './workspace.ts';

/** Where blocks are shown, and which files the app may show there. */
export interface Surface {
  readonly kind: 'message' | 'view';
  readonly canShow: (file: string) => boolean;
}

/** Slack's rules for a list of blocks, with its own words for what it refuses. */
export function checkBlocks(faults: Faults, blocks: unknown, surface: Surface): void {
  const most = surface.kind === 'message' ? 50 : 100;
  const ids = new Set<unknown>();
  let tables = 0;
  checkList(faults, blocks, { least: 0, most }, (at, block) => {
    if (!isRecord(block)) return at.add('must provide an object');
    if (block.block_id !== undefined) {
      checkString(at.at('block_id'), block.block_id, { most: 255 });
      if (ids.has(block.block_id)) at.at('block_id').add('block_id already exists');
      ids.add(block.block_id);
    }
    if (block.type === 'table' && ++tables > 1) at.add('only_one_table_allowed');
    checkBlock(at, block, surface);
  });
}

/** The undocumented limit on all blocks of a message together. */
export function isTooLongTogether(blocks: readonly unknown[]): boolean {
  return JSON.stringify(blocks).length > 13_200;
}

interface Rule {
  readonly keys: readonly string[];
  readonly check: (faults: Faults, block: Json, surface: Surface) => void;
}

const rules: Readonly<Record<string, Rule>> = {
  divider: { keys: [], check: () => undefined },
  header: {
    keys: ['text'],
    check: (faults, { text }) => checkText(faults.at('text'), text, { most: 150 }),
  },
  section: { keys: ['text', 'fields', 'accessory', 'expand'], check: checkSection },
  context: {
    keys: ['elements'],
    check: (faults, { elements }) =>
      checkList(faults.at('elements'), elements, { most: 10 }, (at, element) =>
        checkText(at, element, { most: 3_000, mrkdwn: true }),
      ),
  },
  actions: {
    keys: ['elements'],
    check: (faults, { elements }) => checkActions(faults.at('elements'), elements),
  },
  image: { keys: ['alt_text', 'title', 'image_url', 'slack_file'], check: checkImage },
  rich_text: { keys: ['elements'], check: checkRichText },
  table: { keys: ['rows', 'column_settings'], check: checkTable },
  input: { keys: ['label', 'element', 'hint', 'optional', 'dispatch_action'], check: checkInput },
};

function checkBlock(faults: Faults, block: Json, surface: Surface): void {
  const rule = rules[String(block.type)];
  if (rule && (block.type !== 'input' || surface.kind === 'view')) {
    checkKeys(faults, block, ['type', 'block_id', ...rule.keys]);
    rule.check(faults, block, surface);
  } else faults.at('type').add(`unsupported type: ${block.type}`);
}

function checkSection(faults: Faults, { text, fields }: Json): void {
  if (text === undefined && fields === undefined) faults.add('missing required field: text');
  if (text !== undefined) checkText(faults.at('text'), text, { most: 3_000, mrkdwn: true });
  if (fields !== undefined)
    checkList(faults.at('fields'), fields, { most: 10 }, (at, field) =>
      checkText(at, field, { most: 2_000, mrkdwn: true }),
    );
}

function checkActions(faults: Faults, elements: unknown): void {
  const ids = new Set<unknown>();
  checkList(faults, elements, { most: 25 }, (at, element) => {
    if (!isRecord(element) || element.type !== 'button') return at.add('unsupported type');
    checkKeys(at, element, [
      'type',
      'action_id',
      'text',
      'value',
      'url',
      'style',
      'confirm',
      'accessibility_label',
    ]);
    checkString(at.at('action_id'), element.action_id, { most: 255 });
    if (ids.has(element.action_id)) at.at('action_id').add('action_id already exists');
    ids.add(element.action_id);
    checkText(at.at('text'), element.text, { most: 75 });
    checkString(at.at('value'), element.value, { most: 2_000, optional: true });
    if (element.url !== undefined) checkUrl(at.at('url'), element.url);
  });
}

function checkImage(faults: Faults, block: Json, surface: Surface): void {
  checkString(faults.at('alt_text'), block.alt_text, { most: 2_000 });
  if (block.title !== undefined) checkText(faults.at('title'), block.title, { most: 2_000 });
  if (block.image_url !== undefined) {
    checkUrl(faults.at('image_url'), block.image_url);
    return;
  }
  const file = block.slack_file;
  const id = isRecord(file) ? file.id : undefined;
  if (typeof id !== 'string') faults.add('missing required field: image_url or slack_file');
  else if (!/^F[A-Z0-9]{8,}$/.test(id))
    faults.at('slack_file', 'id').add('input must match regex pattern: ^[F][A-Z0-9]{8,}$');
  else if (!surface.canShow(id)) faults.at('slack_file').add('invalid slack file');
}

function checkTable(faults: Faults, block: Json): void {
  checkList(faults.at('rows'), block.rows, { most: 100 }, (row, cells) =>
    checkList(row, cells, { most: 20 }, (at, cell) => {
      if (!isRecord(cell)) return at.add('must provide an object');
      if (cell.type === 'rich_text') return checkRichText(at, cell);
      if (cell.type !== 'raw_text') return at.at('type').add(`unsupported type: ${cell.type}`);
      checkKeys(at, cell, ['type', 'text']);
      checkString(at.at('text'), cell.text, { most: 10_000 });
    }),
  );
  if (textLength(block.rows) > 10_000)
    faults.at('rows').add('must be less than 10001 characters in all cells');
  checkList(faults.at('column_settings'), block.column_settings ?? [], { least: 0, most: 20 }, (at, one) => {
    if (!isRecord(one)) return at.add('must provide an object');
    checkKeys(at, one, ['align', 'is_wrapped']);
    if (!['left', 'center', 'right'].includes(String(one.align ?? 'left'))) at.at('align').add('unsupported');
  });
}

function checkInput(faults: Faults, block: Json): void {
  checkText(faults.at('label'), block.label, { most: 2_000 });
  if (block.hint !== undefined) checkText(faults.at('hint'), block.hint, { most: 2_000 });
  const element = block.element;
  if (!isRecord(element) || element.type !== 'plain_text_input') {
    faults.at('element').add('unsupported type');
    return;
  }
  checkString(faults.at('element', 'action_id'), element.action_id, { most: 255 });
  const longest = Number(element.max_length ?? 3_000);
  if (!(longest >= 1 && longest <= 3_000))
    faults.at('element', 'max_length').add('must be between 1 and 3000');
  checkString(faults.at('element', 'initial_value'), element.initial_value, {
    least: 0,
    most: longest,
    optional: true,
  });
}

/** The characters of all `text` in a value. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((total, one) => total + textLength(one), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce(
    (total, [key, one]) => total + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  );
}
