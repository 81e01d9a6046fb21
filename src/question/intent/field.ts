import { findChain } from '../chain/find.ts';
import { shorthandSteps } from '../chain/shorthand.ts';
import { entriesOf } from '../input/entries.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';

/** What one cell sees after layers in shorthand: "receptive field of conv3, pool2, conv3, pool2". */
export function readField(understanding: Understanding): Question | null {
  const { page, inputs } = understanding;
  if (page.code.models.length > 0 || !asksForField.test(page.text)) return null;
  const model = shorthandSteps(page.text);
  if (model.length === 0 || findChain(page).some(({ kind }) => kind === 'call')) return null;
  const shapes = inputs.filter(({ read, from, to }) => {
    const { span } = read;
    const own =
      span !== null && model.some((step) => span.start < step.span.end && span.end > step.span.start);
    return read.values === null && !own && from < to;
  });
  const entries = entriesOf([{ id: 'input', name: 'input', read: null }], {
    request: understanding.request,
    inputs: shapes,
  });
  return {
    ...commonParts(understanding, {
      calls: [],
      applied: false,
      inputs: shapes,
      topics: [['receptive-field', 20]],
    }),
    kind: 'trace',
    model,
    entries,
    others: [],
    mended: [],
    origin: null,
    network: null,
  };
}

const asksForField =
  /\breceptive[ -]?fields?\b|\b(?:cell|unit|neuron|output)s?\b[^.?!\n]{0,60}\bsees?\b|\bsees? (?:all|the whole|the entire|the full|everything)\b|\bhow (?:far|much|many pixels)\b[^.?!\n]{0,40}\bsees?\b/i;
