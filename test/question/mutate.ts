/** A small seeded generator (mulberry32), so that a failing text can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const scraps = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    '.',
    ':',
    ';',
    '=',
    '-',
    '*',
    'x',
    '×',
    '->',
    '→',
    '@',
    '#',
    '`',
    '```',
    '"',
    "'",
  ],
  ...[
    '\n',
    '\t',
    '  ',
    '\u0000',
    '\ud83d',
    '😀',
    'é',
    'ß',
    '١',
    '\u202e',
    '0',
    '-1',
    '1e9',
    '1e400',
    '.5',
    'NaN',
    'None',
    '?',
  ],
  ...[
    'True',
    'pool',
    'max',
    'GAP',
    'stride',
    'kernel_size=',
    'padding=',
    'nn.',
    'tf.nn.',
    'F.',
    'model.add(',
    'lambda x:',
  ],
  ...[
    'def forward(self, x):',
    '>>> ',
    'Traceback (most recent call last):',
    '[[1,2],[3]]',
    '2x2',
    '(1, 3, 8, 8)',
    '{{',
    '|',
  ],
];

/** One to eight random changes: cut, double, swap, insert, change case, or splice in another text. */
export function mutate(text: string, others: readonly string[], random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  let mutated = text;
  for (let step = 0; step <= below(8); step += 1) {
    const from = below(mutated.length + 1);
    const to = Math.min(mutated.length, from + below(12));
    const [head, middle, tail] = [mutated.slice(0, from), mutated.slice(from, to), mutated.slice(to)];
    const scrap = scraps[below(scraps.length)] ?? '';
    switch (below(8)) {
      case 0:
        mutated = head + tail;
        break;
      case 1:
        mutated = head + middle + middle + tail;
        break;
      case 2:
        mutated = head + [...middle].reverse().join('') + tail;
        break;
      case 3:
        mutated = head + middle.toUpperCase() + tail;
        break;
      case 4:
        mutated = head + (others[below(others.length)] ?? '').slice(below(20)) + tail;
        break;
      case 5:
        mutated = head + scrap.repeat(1 + below(40)) + tail;
        break;
      case 6:
        mutated = head + String.fromCharCode(below(0xffff)) + tail;
        break;
      default:
        mutated = head + scrap + tail;
    }
  }
  return mutated.slice(0, 17_000);
}
