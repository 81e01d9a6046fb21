import type { Span } from '../../../question.ts';
import type { CodeArgument, CodeCall, CodeShape, Program } from '../../program.ts';
import { scan } from '../../scan.ts';
import { type Field, FieldReader, named } from './fields.ts';
import { Wiring } from './wiring.ts';

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
  const reader = new FieldReader(source);
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
