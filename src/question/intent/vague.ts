import type { Understanding } from '../understand.ts';
import { wordSet } from '../words/list.ts';

const ownWords = wordSet('my our it this i me mine');
const outputWords = wordSet(
  'output shape size layer model network net code pooling pool dimension result cnn',
);

/**
 * A complaint about a shape or an output, without a word on what was done: "my output shape is wrong, why?" A size or a
 * word on why pooling is used says nothing either; any other topic does.
 */
export function isVague({ page, calls, inputs, cues }: Understanding): boolean {
  const named = calls.every(({ written, given }) => written === 'name' && given.length === 0);
  if (!named || inputs.length > 0 || page.settings.length > 0) return false;
  if (page.mentions.some(({ kind }) => kind === 'call')) return false;
  const telling = [...cues].filter(([topic]) => topic !== 'invariance' && topic !== 'output-size');
  if (telling.some(([, weight]) => weight >= 4)) return false;
  return (
    page.tokens.some(({ word }) => ownWords.has(word)) &&
    page.tokens.some(({ stem }) => outputWords.has(stem))
  );
}
