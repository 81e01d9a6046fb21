import { checkBlocks, type Surface } from './block-rules.ts';
import { checkKeys, checkString, type Faults, isRecord } from './faults.ts';
import { checkText } from './text-rules.ts';

const parts = ['title', 'submit', 'close', 'private_metadata', 'callback_id', 'external_id'];
const switches = ['clear_on_close', 'notify_on_close', 'submit_disabled'];

/** Slack's rules for a modal or a Home tab. */
export function checkView(faults: Faults, view: unknown, surface: Surface): void {
  if (!isRecord(view)) {
    faults.add('must provide an object');
    return;
  }
  const isModal = view.type === 'modal';
  if (!isModal && view.type !== 'home') {
    faults.at('type').add(`unsupported type: ${view.type}`);
    return;
  }
  checkKeys(faults, view, ['type', 'blocks', ...parts, ...switches]);
  if (isModal) checkText(faults.at('title'), view.title, { most: 24 });
  for (const key of ['submit', 'close'])
    if (view[key] !== undefined) checkText(faults.at(key), view[key], { most: 24 });
  checkString(faults.at('private_metadata'), view.private_metadata, {
    least: 0,
    most: 3_000,
    optional: true,
  });
  checkString(faults.at('callback_id'), view.callback_id, { least: 0, most: 255, optional: true });
  checkBlocks(faults.at('blocks'), view.blocks, surface);
  const asksSomething = Array.isArray(view.blocks) && view.blocks.some((one) => one?.type === 'input');
  if (isModal && asksSomething && view.submit === undefined) faults.add('missing required field: submit');
}
