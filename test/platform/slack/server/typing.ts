import { isRecord } from './faults.ts';
import type { Json, Posted } from './workspace.ts';

/** What Slack makes of typed text before it sends it on; the two control characters hold a mention's brackets. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u0000', '<@')
    .replaceAll('\u0001', '>');
}

export function findButton(message: Posted, label: string): { block: Json; button: Json } {
  for (const block of message.blocks) {
    const elements = Array.isArray(block.elements) ? block.elements : [];
    const button = elements.find((one) => isRecord(one) && isRecord(one.text) && one.text.text === label);
    if (block.type === 'actions' && button) return { block, button };
  }
  throw new Error(`no button "${label}"`);
}

export function filledIn(view: Json, values: Readonly<Record<string, string>>): Json {
  const blocks = Array.isArray(view.blocks) ? view.blocks : [];
  const inputs = blocks.filter((block) => isRecord(block) && block.type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element, optional }) => {
      const value = values[block_id] ?? element.initial_value ?? null;
      if (value === null && optional !== true) throw new Error(`Slack asks to fill in ${block_id}`);
      if (value !== null && value.length > element.max_length) throw new Error(`${block_id} takes no more`);
      return [block_id, { [element.action_id]: { type: element.type, value } }];
    }),
  );
}
