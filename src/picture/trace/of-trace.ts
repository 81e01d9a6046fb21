import type { Trace, TracedLayer } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sizeText } from '../text/list.ts';
import type { TraceInput, TraceLayer } from './input.ts';

/** What `drawTrace` needs of a model that has been followed; null where no layer gives anything. */
export function traceInput({ form, forms, layers }: Trace): TraceInput | null {
  const followed = layers.filter(({ output }) => output !== null);
  const last = followed.at(-1);
  const start = Object.entries(forms).find(([, { shape }]) => shape !== null);
  if (last?.output == null || start === undefined) return null;
  const [startId] = start;
  const sides = new Map<string, number | null>();
  const [first] = followed;
  for (const [id, { shape }] of Object.entries(forms))
    sides.set(id, first ? sideOf(shape ?? [], first) : null);
  const drawn = followed.map((layer, at): TraceLayer => {
    const { id, name, pooling, output, inputIds } = layer;
    const side = sideOf(output ?? [], layer);
    sides.set(id, side);
    const above = followed[at - 1]?.id ?? startId;
    const takes = inputIds.includes(above) ? {} : { takes: { side: sides.get(inputIds[0] ?? '') ?? null } };
    return { name, shape: own(output ?? []), side, pooling, ...takes };
  });
  return {
    title: `${sizeText(own(form.shape ?? []))} becomes ${sizeText(own(last.output))}`,
    input: { shape: own(form.shape ?? []), side: sides.get(startId) ?? null },
    layers: drawn,
  };
}

/** Without the batch. */
const own = (shape: Shape): Shape => shape.slice(1);

/** The longest spatial side; 1 for a vector. */
function sideOf(shape: Shape, { framework, args }: TracedLayer): number | null {
  const format = args.data_format;
  const named = format?.type === 'str' ? format.value : null;
  const first = named === null ? framework === 'torch' || framework === 'caffe' : named === 'channels_first';
  const spatial = first ? shape.slice(2) : shape.slice(1, -1);
  const known = spatial.filter((size) => size !== null);
  return known.length < spatial.length ? null : Math.max(1, ...known);
}
