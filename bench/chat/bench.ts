import { cpus } from 'node:os';
import type { Bench } from '../bench.ts';
import { measureDrawing } from './drawing.ts';
import type { Figure, Measurement } from './figure.ts';
import { measureReading } from './reading.ts';
import { measureRendering } from './rendering.ts';
import { measureReplying } from './replying.ts';
import { jsonLine, line, markdownTable } from './report.ts';
import { measureSlack } from './slack/measure.ts';
import { measureStarting } from './starting.ts';

const measurements: ReadonlyMap<string, Measurement> = new Map([
  ['reading', measureReading],
  ['rendering', measureRendering],
  ['drawing', measureDrawing],
  ['replying', measureReplying],
  ['starting', measureStarting],
  ['slack', measureSlack],
]);

/** Measures the way of a question from its text to the chat. */
export const benchChat: Bench = async ({ only, rounds, json, print }) => {
  const figures: Figure[] = [];
  for (const [name, measure] of measurements) {
    if (!name.includes(only)) continue;
    for (const figure of await measure(rounds)) {
      figures.push(figure);
      print(json ? jsonLine(figure) : line(figure));
    }
  }
  return [
    '# The chat: results',
    '',
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${rounds} rounds.`,
    '',
    markdownTable(figures),
    '',
  ].join('\n');
};
