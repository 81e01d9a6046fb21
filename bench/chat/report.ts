import { type Figure, type Goal, isMet, shareOf } from './figure.ts';

/** One line of JSON for a figure, as `npm run -s bench -- --json` prints it. */
export function jsonLine(figure: Figure): string {
  const { workload, value, unit, goal, peer } = figure;
  return JSON.stringify({
    workload,
    value,
    unit,
    ...(peer ? { peers: { [peer.name]: peer.value }, ratio: { [peer.name]: shareOf(figure) } } : {}),
    ...(goal ? { goal, met: isMet(figure) } : {}),
  });
}

/** One line of text for a figure. */
export function line(figure: Figure): string {
  return [
    `${figure.workload}: ${amount(figure.value, figure.unit)}`,
    peerOf(figure),
    figure.goal ? `goal ${goalOf(figure.goal, figure.unit)}${isMet(figure) ? '' : ', missed'}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The table of all figures, in Markdown; missed goals are marked. */
export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    `${figure.workload}${isMet(figure) === false ? ' **(missed)**' : ''}`,
    amount(figure.value, figure.unit),
    figure.goal ? goalOf(figure.goal, figure.unit) : '',
    peerOf(figure),
  ]);
  return [['workload', 'Lifeguard', 'goal', 'peer'], ['---', '---:', '---:', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function goalOf(goal: Goal, unit: Figure['unit']): string {
  if ('share' in goal) return `at least ${Math.round(100 * goal.share)} % of the peer`;
  return 'most' in goal ? `at most ${amount(goal.most, unit)}` : `at least ${amount(goal.least, unit)}`;
}

function peerOf(figure: Figure): string {
  const { peer, unit } = figure;
  if (!peer) return '';
  return `${peer.name} ${amount(peer.value, unit)}: ${Math.round(100 * (shareOf(figure) ?? 0))} % of it`;
}

function amount(value: number, unit: Figure['unit']): string {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${Number(value.toFixed(places)).toLocaleString('en')} ${unit}`;
}
