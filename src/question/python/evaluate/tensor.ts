import type { Reading } from '../reading.ts';
import type { CallValue, TensorValue, Value } from '../value.ts';

const inputNames = new Set(['Input', 'InputLayer', 'KerasTensor', 'placeholder', 'layer_input']);

export const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Whether a call stands for a model's input instead of a layer. */
export const isInput = (call: { readonly name: string } | undefined): boolean =>
  call !== undefined && inputNames.has(lastName(call.name));

/** A value that is for sure a tensor: what a layer or a function gives, an Input, a parameter of `forward`; null otherwise. */
export function asTensor(reading: Reading, value: Value): CallValue | TensorValue | null {
  if (value.type === 'tensor') return value;
  if (value.type !== 'call') return null;
  const { applied, call } = value;
  return applied !== null || reading.tensors.has(call) || isInput(reading.calls[call]) ? value : null;
}

export const isTensor = (reading: Reading, value: Value): boolean => asTensor(reading, value) !== null;

/** Whether a value is a layer or a model that was built and not applied. */
export function isLayer(reading: Reading, value: Value): boolean {
  if (value.type === 'instance') return true;
  if (value.type !== 'call' || isTensor(reading, value)) return false;
  const name = lastName(reading.calls[value.call]?.name ?? '');
  return name.charAt(0) !== name.charAt(0).toLowerCase();
}

/** The layers in a value, also inside lists, pairs and dictionaries. */
export function layersIn(reading: Reading, value: Value): Value[] {
  if (value.type === 'call' || value.type === 'instance')
    return isTensor(reading, value) && !isInput(callOf(reading, value)) ? [] : [value];
  return itemsIn(value).flatMap((item) => layersIn(reading, item));
}

const callOf = (reading: Reading, value: Value) =>
  value.type === 'call' ? reading.calls[value.call] : undefined;

/** Whether a value is a layer or holds nothing else, names aside. */
export function holdsLayers(value: Value): boolean {
  if (value.type === 'call' || value.type === 'instance' || value.type === 'str') return true;
  const isHeld = value.type === 'list' || value.type === 'tuple' || value.type === 'dict';
  return isHeld && itemsIn(value).every(holdsLayers);
}

/** The tensors in a value, also inside lists, pairs and dictionaries. */
export function tensorsIn(reading: Reading, value: Value): (CallValue | TensorValue)[] {
  const tensor = asTensor(reading, value);
  if (tensor !== null) return [tensor];
  return itemsIn(value).flatMap((item) => tensorsIn(reading, item));
}

function itemsIn(value: Value): readonly Value[] {
  if (value.type === 'list' || value.type === 'tuple') return value.items;
  return value.type === 'dict' ? [...value.entries.values()] : [];
}
