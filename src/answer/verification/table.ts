import { inOwnForm, type Trace, type TracedLayer } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Statement } from '../../question/index.ts';
import { sameShape } from './agreement.ts';
import type { CheckedClaim, Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { layersIn } from './layers.ts';
import { traceOf, weightsOf } from './model.ts';
import { shapesIn } from './sizes.ts';

type Table = Extract<Statement, { kind: 'table' }>;

/** A table of layers with their output shapes and parameters, each row held against what the layers above it give. */
export function checkTable({ header, rows }: Table, context: Context): readonly CheckedClaim[] {
  const columns = {
    layer: header.findIndex((title) => /layer|operation|stage|step|type|code/i.test(title)),
    output: header.findIndex(
      (title) => /output|shape|size|result|dimension/i.test(title) && !/input/i.test(title),
    ),
    input: header.findIndex((title) => /input/i.test(title)),
    parameters: header.findIndex((title) => /param|weight/i.test(title)),
  };
  if (columns.layer === -1 || (columns.output === -1 && columns.parameters === -1)) return rows.map(alone);
  const trace = traceOfRows(rows, columns, context);
  let place = 0;
  return rows.flatMap((row): readonly CheckedClaim[] => {
    const cell = row[columns.layer] ?? '';
    const layers = layersIn(cell);
    if (/^\(?input|^InputLayer/i.test(cell)) return [];
    const traced = layers.length === 1 ? trace?.layers[place] : undefined;
    place += layers.length;
    return [checkRow(row, columns, traced, trace)];
  });
}

interface Columns {
  readonly layer: number;
  readonly output: number;
  readonly input: number;
  readonly parameters: number;
}

const alone = (row: readonly string[]): CheckedClaim => ({
  text: row.join(' | '),
  verdict: 'unchecked',
  truth: null,
});

function traceOfRows(rows: Table['rows'], columns: Columns, context: Context): Trace | null {
  const first = rows.find((row) => /^\(?input|^InputLayer/i.test(row[columns.layer] ?? ''));
  const layers = rows.flatMap((row) => layersIn(row[columns.layer] ?? '').map(({ text }) => text));
  const stated = shapesIn(
    `is ${first?.[columns.output] ?? first?.[columns.input] ?? rows[0]?.[columns.input] ?? ''}`,
  )[0]?.shape;
  const input = stated ?? context.input;
  if (!input || layers.length === 0) return context.model;
  const trace = traceOf(layers, input, context.framework);
  return trace && trace.layers.length >= layers.length ? trace : null;
}

function checkRow(
  row: readonly string[],
  columns: Columns,
  layer: TracedLayer | undefined,
  trace: Trace | null,
): CheckedClaim {
  if (!layer || !trace) return alone(row);
  const rulings = [
    shapeIn(row[columns.output], layer.output, trace),
    parametersIn(row[columns.parameters], layer),
  ].filter((ruling) => ruling !== null);
  const ruling = rulings.find(({ right }) => !right) ?? rulings[0];
  const cells = [columns.output, columns.parameters].filter(
    (column) => (row[column] ?? '').trim() !== '',
  ).length;
  if (!ruling || (ruling.right && rulings.length < cells)) return alone(row);
  return { text: row.join(' | '), verdict: ruling.right ? 'right' : 'wrong', truth: ruling.truth };
}

function shapeIn(cell: string | undefined, output: Shape | null, trace: Trace): Ruling | null {
  const stated = shapesIn(`is ${cell ?? ''}`)[0]?.shape ?? single(cell);
  if (!stated || !output) return null;
  const right = [output, inOwnForm(trace, output), output.slice(1)].some((shape) => sameShape(shape, stated));
  return {
    right,
    truth: { kind: 'shape', shape: inOwnForm(trace, output), batchAdded: trace.form.batchAdded },
  };
}

const single = (cell: string | undefined): Shape | null =>
  /^\d+$/.test(cell?.trim() ?? '') ? [Number(cell)] : null;

function parametersIn(cell: string | undefined, { parameters }: TracedLayer): Ruling | null {
  const written = cell?.replaceAll(',', '').trim() ?? '';
  const value = parameters && weightsOf({ parameters });
  if (!/^\d+$/.test(written) || value === null) return null;
  return { right: Number(written) === value, truth: { kind: 'parameters', value } };
}
