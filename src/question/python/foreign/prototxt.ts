import type { PythonValue } from '../../../frameworks/index.ts';
import type { Span } from '../../question.ts';
import { numberLiteral, stringLiteral } from '../evaluate/literal.ts';
import type { CodeProblem } from '../problem.ts';
import type { CodeArgument, CodeCall, CodeModel, CodeShape, CodeStep, Program } from '../program.ts';
import { scan, type Token } from '../scan.ts';

/** One `name: value` or `name { … }` of a prototxt file. */
interface Field {
  readonly name: string;
  readonly value: PythonValue | null;
  readonly fields: readonly Field[];
  readonly span: Span;
}

const deepest = 16;
/** Layers that only watch. */
const measures = new Set(['Accuracy', 'Silence']);
const layerBlocks = new Set(['layer', 'layers']);

/** Whether code is a Caffe network: a parameter block such as `pooling_param { … }` or a layer block. */
export function isPrototxt(source: string): boolean {
  if (!source.includes('{')) return false;
  const names = [...scan(source)];
  return names.some((token, at) => {
    const next = names[at + 1];
    const opens = next?.kind === 'open' && source.charAt(next.from) === '{';
    const word = source.slice(token.from, token.to);
    return token.kind === 'name' && opens && (word.endsWith('_param') || layerBlocks.has(word));
  });
}

/**
 * Caffe's layers in the form of calls: the layer's type is the name (`Pooling`), the fields of its parameter block the
 * arguments (`pool='MAX'`, `kernel_size=3`), its own name the target.
 */
export function readPrototxt(source: string): Program {
  const reader = new Reader(source);
  const fields = reader.fields(1);
  const calls: CodeCall[] = [];
  const shapes: CodeShape[] = [];
  const wiring = new Wiring();
  const dimensions = fields.filter(({ name }) => name === 'input_dim');
  const [first] = dimensions;
  if (first) shapes.push(...shapeFrom(dimensions, 'input_dim', first.span));
  for (const field of fields) {
    if (field.name === 'input_shape')
      shapes.push(...shapeFrom(named(field, 'dim'), 'input_shape', field.span));
    else if (layerBlocks.has(field.name)) layer(field, calls, shapes, wiring);
    else if (field.name.endsWith('_param')) {
      calls.push(callFrom(typeOf(field.name), [field], null, field.span));
      wiring.add(field);
    }
  }
  const [shape = null] = shapes;
  const { steps, inputs } = wiring.graph(shape);
  return {
    source,
    calls,
    models: steps.length > 1 ? [{ name: null, notation: 'sequential', steps, inputs, uncalled: false }] : [],
    arrays: [],
    shapes,
    comments: reader.comments,
    problems: reader.problems,
  };
}

const named = (field: Field, name: string): readonly Field[] =>
  field.fields.filter((inner) => inner.name === name);

/** `pooling_param` belongs to the type `Pooling`, `inner_product_param` to `InnerProduct`. */
const typeOf = (param: string): string =>
  param
    .slice(0, -'_param'.length)
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function layer(field: Field, calls: CodeCall[], shapes: CodeShape[], wiring: Wiring): void {
  const text = (name: string): string | null => {
    const value = named(field, name)[0]?.value;
    return value?.type === 'str' ? value.value : null;
  };
  const params = field.fields.filter(({ name }) => name.endsWith('_param'));
  const input = params.find(({ name }) => name === 'input_param');
  if (input) {
    const dimensions = named(input, 'shape').flatMap((shape) => named(shape, 'dim'));
    const [shape] = shapeFrom(dimensions, 'input_param', input.span);
    if (shape) shapes.push(shape);
    wiring.enter(field, shape ?? null);
    return;
  }
  const [param] = params;
  const type = text('type') ?? (param ? typeOf(param.name) : null);
  if (type === null || measures.has(type)) return;
  if (/^(Input|\w*Data)$/.test(type)) {
    wiring.enter(field, null);
    return;
  }
  wiring.add(field, type.endsWith('Loss'));
  const name = /^[A-Z_]+$/.test(type) ? typeOf(`${type.toLowerCase()}_param`) : type;
  calls.push(callFrom(name, params, text('name'), field.span));
}

function callFrom(name: string, params: readonly Field[], target: string | null, span: Span): CodeCall {
  const args: CodeArgument[] = [];
  for (const { fields } of params) {
    for (const field of fields) {
      if (field.value) args.push({ name: field.name, value: field.value, span: field.span, flow: null });
    }
  }
  return {
    name,
    qualified: `caffe.layers.${name}`,
    args,
    span,
    target,
    within: null,
    receiver: null,
    applied: [],
    settings: args,
    wraps: null,
    form: 'call',
  };
}

function shapeFrom(dimensions: readonly Field[], written: string, span: Span): CodeShape[] {
  const shape: number[] = [];
  for (const { value } of dimensions) if (value?.type === 'int') shape.push(value.value);
  return shape.length > 0 && shape.length === dimensions.length
    ? [{ shape, written, batched: true, of: null, span }]
    : [];
}

/** Which layer takes what: a `bottom` is the blob that some layer before it names as its `top`. */
class Wiring {
  private readonly makers = new Map<string, string>();
  private readonly entering = new Map<string, CodeShape | null>();
  private readonly steps: CodeStep[] = [];

  /** The next layer; one without any `bottom` takes what the one before it gives, a loss only its first. */
  add(field: Field, isLoss = false): void {
    const call = this.steps.length;
    const id = String(call);
    const bottoms = namesIn(field, 'bottom');
    const before = call === 0 ? 'data' : String(call - 1);
    const taken = bottoms.length === 0 ? [before] : bottoms.map((blob) => this.makers.get(blob) ?? blob);
    this.steps.push({ call, applied: null, id, inputs: isLoss ? taken.slice(0, 1) : taken });
    for (const blob of namesIn(field, 'top')) this.makers.set(blob, id);
  }

  /** A layer that only brings data in. */
  enter(field: Field, shape: CodeShape | null): void {
    for (const [at, blob] of namesIn(field, 'top').entries())
      this.entering.set(blob, at === 0 ? shape : null);
  }

  /** The layers, and of what comes in from outside only that which some layer takes. */
  graph(shape: CodeShape | null): Pick<CodeModel, 'steps' | 'inputs'> {
    const made = new Set(this.steps.map(({ id }) => id));
    const names = new Set(this.steps.flatMap(({ inputs }) => inputs.filter((id) => !made.has(id))));
    const inputs = [...names].map((name, at) => {
      const read = this.entering.get(name) ?? (at === 0 ? shape : null);
      return { id: name, name, read };
    });
    return { steps: this.steps, inputs };
  }
}

function namesIn(field: Field, name: string): readonly string[] {
  return named(field, name).flatMap(({ value }) => (value?.type === 'str' ? [value.value] : []));
}

class Reader {
  private readonly source: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  readonly comments: Span[] = [];
  readonly problems: CodeProblem[] = [];

  constructor(source: string) {
    this.source = source;
    const tokens = [...scan(source)];
    for (const { kind, from, to } of tokens) {
      if (kind === 'comment') this.comments.push({ start: from, end: to });
    }
    this.tokens = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'newline');
  }

  /** The fields up to the closing brace, or to the end. */
  fields(depth: number): Field[] {
    const fields: Field[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (!token || (this.word() === '}' && depth > 1)) return fields;
      this.at += 1;
      if (token.kind !== 'name') continue;
      const name = this.source.slice(token.from, token.to);
      if (this.word() === ':') this.at += 1;
      const value = this.word() === '{' ? null : this.value();
      const inner = this.word() === '{' && value === null ? this.block(depth) : [];
      const end = this.tokens[this.at - 1]?.to ?? token.to;
      fields.push({ name, value, fields: inner, span: { start: token.from, end } });
    }
  }

  private block(depth: number): Field[] {
    const open = this.tokens[this.at];
    this.at += 1;
    if (!open || depth >= deepest) return [];
    const fields = this.fields(depth + 1);
    if (this.word() === '}') this.at += 1;
    else {
      const span = { start: open.from, end: open.to };
      this.problems.push({ kind: 'unclosed', bracket: '{', span });
    }
    return fields;
  }

  private word(): string {
    const token = this.tokens[this.at];
    return token ? this.source.slice(token.from, token.to) : '';
  }

  private value(): PythonValue | null {
    const negative = this.word() === '-';
    if (negative) this.at += 1;
    const token = this.tokens[this.at];
    const word = this.word();
    switch (token?.kind) {
      case 'number': {
        this.at += 1;
        const value = numberLiteral(word);
        if (value.type !== 'int' && value.type !== 'float') return null;
        return negative
          ? { type: value.type, value: -value.value }
          : { type: value.type, value: value.value };
      }
      case 'string': {
        this.at += 1;
        const value = stringLiteral(word);
        return value.type === 'str' ? value : null;
      }
      case 'name':
        if (this.isFieldName()) return null;
        this.at += 1;
        return word === 'true' || word === 'false'
          ? { type: 'bool', value: word === 'true' }
          : { type: 'str', value: word };
      default:
        return null;
    }
  }

  /** A name with a colon or a brace behind it begins the next field: the value before it is missing. */
  private isFieldName(): boolean {
    const next = this.tokens[this.at + 1];
    return next !== undefined && ':{'.includes(this.source.slice(next.from, next.to));
  }
}
