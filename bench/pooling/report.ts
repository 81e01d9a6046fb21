import { type PeerName, peerNames, type Row } from './compete.ts';
import { goalNames } from './workloads.ts';

/** One line of JSON for a workload, as `npm run bench -- --json` prints it. */
export function jsonLine({ workload, lifeguard, reference, readOnce, peers }: Row): string {
  const known = peerNames.flatMap((name) => {
    const time = peers[name];
    return time === null ? [] : [{ name, time }];
  });
  return JSON.stringify({
    workload: workload.name,
    lifeguard_ms: lifeguard,
    reference_ms: reference,
    read_once_ms: readOnce,
    peers: Object.fromEntries(known.map(({ name, time }) => [name, time])),
    ratio: Object.fromEntries(known.map(({ name, time }) => [name, time / lifeguard])),
  });
}

/** The table of all workloads, in Markdown; rows that lose to somebody are marked. */
export function markdownTable(rows: readonly Row[]): string {
  const head = ['workload', 'Lifeguard ms', 'of the limit', 'plain loops', ...peerNames];
  const body = rows.map((row) => [
    `${row.workload.name}${losesTo(row).length > 0 ? ' **(slower)**' : ''}`,
    milliseconds(row.lifeguard),
    `${Math.round((100 * row.readOnce) / row.lifeguard)} %`,
    ratio(row.reference, row.lifeguard),
    ...peerNames.map((name) => ratio(row.peers[name], row.lifeguard)),
  ]);
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** What the project's goals come to. */
export function summary(rows: readonly Row[]): string {
  const main = rows.filter(({ workload }) => goalNames.has(workload.name));
  const everywhere = (name: PeerName) =>
    mean(rows.flatMap((row) => quotient(row.peers[name], row.lifeguard)));
  const lost = rows.filter((row) => losesTo(row).length > 0).map(({ workload }) => workload.name);
  const small = rows.find(({ workload }) => workload.name.endsWith('1x4x4x4'));
  const grows = (reduce: string) => {
    const time = (kernel: number) =>
      rows.find(({ workload: { name } }) => name.startsWith(`${reduce} ${kernel}x${kernel}/1`))?.lifeguard;
    return ((time(63) ?? Number.NaN) / (time(7) ?? Number.NaN)).toFixed(2);
  };
  return [
    `- onnxruntime-node: ${mean(main.flatMap((row) => quotient(row.peers['onnxruntime-node'], row.lifeguard))).toFixed(1)} times as fast in geometric mean`,
    `- tfjs-wasm: ${everywhere('tfjs-wasm').toFixed(1)} times; tfjs-cpu: ${everywhere('tfjs-cpu').toFixed(1)} times`,
    `- window 63 takes ${grows('average')} times as long as window 7 for averages, ${grows('maximum')} times for maxima`,
    `- 1x4x4x4 takes ${((small?.lifeguard ?? Number.NaN) * 1000).toFixed(2)} µs`,
    `- slower than a peer on: ${lost.length === 0 ? 'nothing' : lost.join('; ')}`,
  ].join('\n');
}

function losesTo({ peers, lifeguard }: Row): readonly PeerName[] {
  return peerNames.filter((name) => (peers[name] ?? Number.POSITIVE_INFINITY) < lifeguard);
}

function quotient(time: number | null, own: number): readonly number[] {
  return time === null ? [] : [time / own];
}

function ratio(time: number | null, own: number): string {
  return time === null ? '' : `${(time / own).toFixed(2)}x`;
}

function mean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, value) => sum + Math.log(value), 0) / ratios.length);
}

function milliseconds(time: number): string {
  return time < 0.01 ? time.toFixed(5) : time.toFixed(3);
}
