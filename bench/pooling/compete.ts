import type { Contestant, Enter } from './contestant.ts';
import { expectSame } from './equality.ts';
import { randomInput } from './input.ts';
import { type Effort, measure } from './measure.ts';
import { lifeguard, readOnce, reference } from './ours.ts';
import { onnxruntime } from './peers/onnxruntime.ts';
import { tensorflow } from './peers/tensorflow.ts';
import { operationsOf, type Workload } from './workload.ts';

export const peerNames = ['onnxruntime-node', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type PeerName = (typeof peerNames)[number];

/** Median milliseconds of everybody on one workload; null for who did not enter. */
export interface Row {
  readonly workload: Workload;
  readonly lifeguard: number;
  readonly reference: number | null;
  readonly readOnce: number;
  readonly peers: Readonly<Record<PeerName, number | null>>;
}

/** More additions or comparisons than this take plain JavaScript minutes: it visits every cell of every window. */
const mostOperations = 1.5e9;

const others: readonly { readonly name: string; readonly enter: Enter; readonly isPlain: boolean }[] = [
  { name: 'reference', enter: reference, isPlain: true },
  { name: 'onnxruntime-node', enter: onnxruntime, isPlain: false },
  { name: 'tfjs-wasm', enter: tensorflow('wasm'), isPlain: false },
  { name: 'tfjs-cpu', enter: tensorflow('cpu'), isPlain: true },
];

/** Measures a workload, after everybody's output was found the same. */
export async function compete(workload: Workload, effort: Effort): Promise<Row> {
  const input = randomInput(workload);
  const own = await lifeguard(workload, input);
  const limit = await readOnce(workload, input);
  if (own === null || limit === null) throw new Error('we enter every workload');
  const contestants = new Map<string, Contestant>([['lifeguard', own]]);
  const output = await own.pool();
  for (const { name, enter, isPlain } of others) {
    if (isPlain && operationsOf(workload) > mostOperations) continue;
    const contestant = await enter(workload, input);
    if (contestant === null) continue;
    await contestant.ready?.();
    const theirs = await contestant.pool();
    expectSame(workload, output, contestant.inOrder?.(theirs) ?? theirs, name);
    contestants.set(name, contestant);
  }
  contestants.set('read once', limit);
  const times = await measure(contestants, effort);
  for (const contestant of contestants.values()) await contestant.close?.();
  const time = (name: string) => times.get(name) ?? null;
  return {
    workload,
    lifeguard: times.get('lifeguard') ?? Number.NaN,
    reference: time('reference'),
    readOnce: times.get('read once') ?? Number.NaN,
    peers: {
      'onnxruntime-node': time('onnxruntime-node'),
      'tfjs-wasm': time('tfjs-wasm'),
      'tfjs-cpu': time('tfjs-cpu'),
    },
  };
}
