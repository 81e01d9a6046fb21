import type { Result } from '../answer/index.ts';
import type { Action } from '../reply/index.ts';
import { formatCall, formatTuple } from './format.ts';

/** What the asker may want next, each a new question with one thing changed. */
export function actionsFor(results: readonly Result[]): readonly Action[] {
  const [result] = results;
  if (!result || results.length > 1) return [];
  return [...otherLayout(result), ...comparison(result)];
}

/** Only where the layout is not fixed by the call or the framework. */
function otherLayout(result: Result): readonly Action[] {
  const { configuration, operation } = result;
  if (!configuration.defaulted.includes('data_format')) return [];
  const layout = operation.axes.layout === 'channels_last' ? 'channels_first' : 'channels_last';
  const options = { question: questionText(result), data_format: layout };
  return [{ kind: 'ask', label: `read as ${layout}`, command: 'pool', options }];
}

function comparison({ operation, input }: Result): readonly Action[] {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local' || input.values) return [];
  const options = { input: formatTuple(input.read.shape) };
  return [{ kind: 'ask', label: 'compare with global', command: 'compare', options }];
}

function questionText({ configuration, input }: Result): string {
  return `${formatCall(configuration)} on ${formatTuple(input.read.shape)}`;
}
