import type { Answer, Traced } from '../answer/index.ts';
import type { TracedLayer } from '../model/index.ts';
import type { Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { message, text } from './message.ts';
import { tracePicture } from './pictures.ts';
import {
  demandLines,
  failureBlocks,
  flattenLines,
  orderLines,
  originLines,
  otherModels,
} from './trace-notes.ts';
import { ownShape, traceTable } from './trace-table.ts';
import { shows, type View } from './view.ts';

/** A model layer by layer: what comes out of each, where pooling stands, and where and why it fails. */
export function explainTrace(answer: Answer, traced: Traced, view: View): Message {
  const { trace } = traced;
  const { question } = answer;
  const failing = trace.layers.find(({ problem }) => problem !== null) ?? null;
  const origin = originLines(traced, question.kind === 'trace' ? question.origin : null);
  const lines = [
    ...demandLines(traced),
    ...(traced.openFilters
      ? ['How many filters a convolution has was not said, so the channels behind it are open (None).']
      : []),
    ...origin,
    ...(failing || origin.length > 0 ? [] : flattenLines(traced)),
    ...(question.kind === 'trace'
      ? [...question.mended, ...orderLines(question.model), ...otherModels(question.others)]
      : []),
  ];
  return message({
    title: shapeTitle(traced, failing),
    blocks: [
      { kind: 'table', caption: null, table: traceTable(traced, question) },
      ...(failing ? failureBlocks(failing, trace.unreached) : []),
      ...trace.layers.flatMap(({ name, warning }) => (warning ? [text(`${name}: ${warning}`)] : [])),
      ...lines.map((line) => text(line)),
      ...(shows(view, 'picture') ? tracePicture(trace) : []),
    ],
    assumptions: assumptionLines(question),
  });
}

function shapeTitle({ trace }: Traced, failing: TracedLayer | null): string {
  if (failing) return `It stops at layer ${trace.layers.indexOf(failing) + 1}, ${failing.name}`;
  return `${trace.layers.length} layers, out comes ${ownShape({ trace }, trace.output ?? [])}`;
}
