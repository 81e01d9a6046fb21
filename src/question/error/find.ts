import type { Shape } from '../../pooling/index.ts';
import type { PastedError, Span } from '../question.ts';
import { caffeErrors } from './caffe.ts';
import { type Capture, type ErrorForm, type MessageForm, raisedIn } from './form.ts';
import { jaxErrors } from './jax.ts';
import { kerasErrors } from './keras.ts';
import { mlxErrors } from './mlx.ts';
import { onnxErrors } from './onnx.ts';
import { pythonErrors } from './python.ts';
import { tensorflowErrors } from './tensorflow.ts';
import { tensorflowJsErrors } from './tensorflow-js.ts';
import { torchErrors } from './torch/index.ts';

/** Short for a message somebody retells: "'subtracting 2 from 1' in MaxPool". */
const retold = raisedIn('keras', [
  {
    id: 'negative-dimension',
    pattern: /subtracting (\d+) from (\d+)/i,
    captures: [
      ['window', 'number'],
      ['size', 'number'],
    ],
  },
]);

const forms: readonly ErrorForm[] = [
  ...kerasErrors,
  ...tensorflowErrors,
  ...tensorflowJsErrors,
  ...torchErrors,
  ...jaxErrors,
  ...onnxErrors,
  ...caffeErrors,
  ...mlxErrors,
  ...pythonErrors,
  ...retold,
];

/** Parts that several messages end in, wherever they stand. */
const attached: readonly MessageForm[] = [
  {
    id: 'layer',
    pattern:
      /input \d+(?:(?: with name [^ ]{1,40})? of| is incompatible with) layer ["']?([A-Za-z0-9_/]{1,60})/i,
    captures: [['layer', 'text']],
  },
  { id: 'shape', pattern: /full shape received: ([[(][^\])]{1,80}[\])])/i, captures: [['input', 'shape']] },
  {
    id: 'received',
    pattern: /received input shape ([[(][^\])]{1,80}[\])])/i,
    captures: [['input', 'shape']],
  },
  {
    id: 'shapes',
    pattern: /with input shapes: ([[(][^\])]{1,80}[\])])(?:, (\[[^\]]{1,60}\]))?/i,
    captures: [
      ['input', 'shape'],
      ['kernel', 'shape'],
    ],
  },
  {
    id: 'sizes',
    pattern: /target sizes: (\[[^\]]{1,60}\])\. tensor sizes: (\[[^\]]{1,60}\])/i,
    captures: [
      ['target', 'shape'],
      ['tensor', 'shape'],
    ],
  },
  { id: 'node', pattern: /\{\{node ([^}]{1,80})\}\}/i, captures: [['layer', 'text']] },
  { id: 'operation', pattern: /\(op: '(\w{1,30})'\)/i, captures: [['operation', 'text']] },
  { id: 'layout', pattern: /data_format="(n\w{2,4})"/i, captures: [['layout', 'text']] },
  { id: 'ksize', pattern: /ksize=(\[[^\]]{1,30}\])/i, captures: [['ksize', 'shape']] },
  { id: 'strides', pattern: /[ ,[]strides=(\[[^\]]{1,30}\])/i, captures: [['step', 'shape']] },
];

export interface FoundError {
  readonly error: PastedError;
  readonly span: Span;
}

/** The last error message that is pasted in a text, recognised by its form; null where there is none. */
export function findError(text: string): FoundError | null {
  const { plain, places } = onOneLine(text);
  let best: { readonly form: ErrorForm; readonly match: RegExpExecArray } | null = null;
  for (const form of forms) {
    const match = form.pattern.exec(plain);
    if (match !== null && (best === null || isBetter(form, match, best))) best = { form, match };
  }
  if (best === null) return null;
  const { form, match } = best;
  const numbers: Record<string, number | string | Shape> = {};
  let begin = match.index;
  let end = match.index + match[0].length;
  for (const extra of attached) {
    const found = extra.pattern.exec(plain);
    if (found === null) continue;
    read(extra.captures, found, numbers);
    begin = Math.min(begin, found.index);
    end = Math.max(end, found.index + found[0].length);
  }
  read(form.captures, match, numbers);
  const last = (places[end - 1] ?? 0) + 1;
  const start = lineStart(text, places[begin] ?? 0);
  return {
    error: { id: form.id, framework: form.framework, message: text.slice(start, last).trim(), numbers },
    span: { start, end: last },
  };
}

/** The text with single blanks for all white space and marks of quoted lines, and where each character stands in it. */
function onOneLine(text: string): { readonly plain: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let plain = '';
  for (const { 0: part, index } of text.matchAll(/\s+(?:(?<=\n[ \t]{0,8})>\s*)?|\S+/g)) {
    const blank = /^\s/.test(part);
    plain += blank ? ' ' : part;
    for (let at = 0; at < (blank ? 1 : part.length); at += 1) places.push(index + at);
  }
  return { plain, places };
}

/** A form with numbers beats the same words without them; otherwise the later message is the one that counts. */
function isBetter(
  form: ErrorForm,
  match: RegExpExecArray,
  best: { readonly form: ErrorForm; readonly match: RegExpExecArray },
): boolean {
  const bestEnd = best.match.index + best.match[0].length;
  if (match.index < bestEnd && best.match.index < match.index + match[0].length) {
    return (
      match[0].length > best.match[0].length || (form.id === best.form.id && match.length > best.match.length)
    );
  }
  return match.index > best.match.index;
}

function read(
  captures: readonly Capture[],
  match: RegExpExecArray,
  numbers: Record<string, number | string | Shape>,
): void {
  for (const [index, [name, kind]] of captures.entries()) {
    const written = match[index + 1];
    if (written === undefined) continue;
    numbers[name] =
      kind === 'number'
        ? Number(written)
        : kind === 'shape'
          ? shapeIn(written)
          : written.replace(/^['"`]|['"`.,]+$/g, '');
  }
}

/** The sizes in `[?,3,3,128]`, `(1x4x4)`, `(T: 2 H: 2 W: 2)`, `32x1152`; open ones are `null`. */
function shapeIn(written: string): Shape {
  const sizes: (number | null)[] = [];
  for (const [entry] of written.matchAll(/-?\d+|None|null|\?/gi)) {
    const size = Number(entry);
    sizes.push(Number.isNaN(size) || size === -1 ? null : size);
  }
  return sizes;
}

/** A message starts where its line does: "RuntimeError: …" belongs to it, a question before it does not. */
function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const exception = /(?:[A-Za-z_.]{0,40}(?:Error|Exception)): ?/.exec(text.slice(line, at));
  return exception === null ? at : line + exception.index;
}
