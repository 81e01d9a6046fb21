import type { DraftCall, Reading } from '../reading.ts';
import type { CallValue } from '../value.ts';
import { lastName } from './tensor.ts';

/** Functions and methods that always give a tuple of tensors. */
const tuples = new Set('chunk split tensor_split unbind sort topk'.split(' '));
/** With a `dim` they give the values and where they stand. */
const withPlaces = new Set('max min median mode'.split(' '));
/** Modules that give their states or weights as well. */
const modules = new Set('LSTM GRU RNN MultiheadAttention'.split(' '));

/** Whether what a call gives is a tuple, so that `[0]` takes its first tensor and not a part of one. */
export function givesSeveral(reading: Reading, { call, item }: CallValue): boolean {
  const made = reading.calls[call];
  if (made === undefined || item !== null) return false;
  const name = lastName(made.name);
  const isKeras = /\b(?:keras|layers)\b/.test(made.qualified);
  return isTuple(made) || (modules.has(name) && !isKeras);
}

/** The same of a function whose tuple is never meant as its first tensor. */
export function isTuple({ name, settings, form }: DraftCall): boolean {
  if (form !== 'call') return false;
  const last = lastName(name);
  const places = settings.some(
    ({ name: given, value }) => given === 'dim' || (given === null && value.type === 'int'),
  );
  return tuples.has(last) || (withPlaces.has(last) && places);
}
