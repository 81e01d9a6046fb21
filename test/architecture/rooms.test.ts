import { describe, expect, test } from 'vitest';
import { importsOf, readSource, sourceFiles } from './imports.ts';

/** What each room may import besides itself: the arrows of docs/architecture.md. */
const inner = [
  'pooling',
  'frameworks',
  'model',
  'question',
  'answer',
  'picture',
  'explain',
  'faq',
  'command',
];
const upTo = (room: string) => inner.slice(0, inner.indexOf(room));
const allowed: Readonly<Record<string, readonly string[]>> = {
  reply: [],
  ...Object.fromEntries(inner.map((room) => [room, upTo(room)])),
  explain: [...upTo('explain'), 'reply'],
  faq: [...upTo('faq'), 'reply'],
  command: [...upTo('command'), 'reply'],
  platform: ['command', 'reply'],
  commands: [...inner, 'reply'],
  store: ['faq', 'command', 'platform', 'reply'],
  work: [...inner, 'reply'],
  ops: [],
  entry: [...inner, 'reply', 'commands', 'platform', 'store', 'work', 'ops'],
};

function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  if (top === 'commands') return 'commands';
  return second.endsWith('.ts') ? 'entry' : second;
}

const files = sourceFiles('src', 'commands');
const imports = files.flatMap(importsOf);

describe('the rooms', () => {
  test('imports point inward only', () => {
    const outward = imports.filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && !allowed[roomOf(from)]?.includes(roomOf(to)),
    );
    expect(outward).toEqual([]);
  });

  test('a room is entered by its index', () => {
    const sideways = imports.filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && roomOf(to) !== 'entry' && !isFace(to),
    );
    expect(sideways).toEqual([]);
  });

  test('one chat platform does not know another', () => {
    const platform = (file: string) => /^src\/platform\/([^/.]+)\//.exec(file)?.[1] ?? null;
    const across = imports.filter(({ from, to }) => {
      const [here, there] = [platform(from), platform(to)];
      return (
        here !== null &&
        there !== null &&
        here !== there &&
        there !== 'text' &&
        !(here === 'browser' && to.endsWith('/index.ts'))
      );
    });
    expect(across).toEqual([]);
  });

  test('no file imports itself over a detour', () => {
    const to = new Map(files.map((file) => [file, importsOf(file).map((one) => one.to)]));
    expect(files.flatMap((file) => cycleFrom(file, to))).toEqual([]);
  });

  test('only the configuration reads the environment', () => {
    const reads = /process\.env(?!\.\w+ = )/;
    expect(files.filter((file) => reads.test(code(readSource(file))))).toEqual(['src/config.ts']);
  });
});

/** Source without its comments. */
const code = (source: string) => source.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');

/** A room's face is its index; a platform folder is a room of its own, and what platforms share stands beside them. */
function isFace(file: string): boolean {
  return /^(commands|src\/[^/]+|src\/platform\/[^/]+)\/index\.ts$|^src\/platform\/[^/]+\.ts$/.test(file);
}

function cycleFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const cycle = walk(next, [...path, next]);
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  return walk(start, [start]);
}
