import { card } from '../layout/card.ts';
import type { Picture } from '../picture.ts';
import { sizeText } from '../text/list.ts';
import type { TraceInput, TraceLayer } from './input.ts';
import { shortened } from './shorten.ts';
import { strip } from './strip.ts';

/**
 * A chain of layers as a strip that narrows where the maps shrink, a row for each layer with its name and shape. In a
 * long chain layers between poolings stand together.
 */
export function drawTrace(trace: TraceInput): Picture {
  const pools = trace.layers.filter((layer) => layer.pooling);
  return {
    alt: alt(trace, pools),
    draw: () =>
      card({
        title: trace.title,
        subtitle: subtitle(trace, pools),
        parts: [strip(trace.input, shortened(trace.layers))],
      }),
  };
}

function subtitle({ layers }: TraceInput, pools: readonly TraceLayer[]): string {
  const branches = layers.some(({ takes }) => takes !== undefined);
  const gaps = branches ? '; below a gap begins another branch' : '';
  return `${layers.length} layers, ${pools.length} of them pooling${gaps}`;
}

function alt({ title, input, layers }: TraceInput, pools: readonly TraceLayer[]): string {
  const named = (pools.length > 0 ? pools : layers).slice(0, 8);
  const steps = named.map((layer) => `${layer.name} gives ${sizeText(layer.shape)}`);
  const end = layers.at(-1);
  const result = end === undefined ? '' : ` The last layer, ${end.name}, gives ${sizeText(end.shape)}.`;
  return `${title}: ${layers.length} layers from ${sizeText(input.shape)}. ${steps.join('; ')}.${result}`;
}
