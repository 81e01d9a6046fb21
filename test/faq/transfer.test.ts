import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importLimits } from '../../src/faq/index.ts';
import { linesOfElements } from '../../src/faq/transfer/json-lines.ts';
import { engines } from '../store/engines.ts';
import { course } from './course.ts';
import { draft, type Household, household, keep, keepOne, teacher } from './household.ts';

const formats = ['json', 'markdown'] as const;
const contents = async ({ faq }: Household) =>
  (await faq.list('c1')).flatMap(({ entries }) => entries.map(({ content }) => content));

async function problemsOf(text: string) {
  const house = await household();
  await keepOne(house, draft('Present', { aliases: ['here'] }));
  const before = await contents(house);
  const outcome = await house.faq.import('c1', teacher, text, { dryRun: false });
  expect(await contents(house)).toEqual(before);
  return outcome.kind === 'refused'
    ? outcome.problems.map(({ where, message }) => `${where}: ${message}`)
    : [];
}

describe.each(formats)('as %s', (format) => {
  test('what is exported comes back the same in another community’s place', async () => {
    const [from, to] = [await household(), await household()];
    await keep(
      from,
      ...course,
      draft('Rules', { body: 'a\n\n---\n\n\\---\n\n{{fit 2 in 5}} ` ``` "\'\n# not: yaml' }),
    );
    const file = await from.faq.export('c1', format);
    const outcome = await to.faq.import('c1', teacher, file, { dryRun: false });
    expect(outcome).toMatchObject({ kind: 'imported', report: { applied: true, unchanged: 0 } });
    expect(await contents(to)).toEqual(await contents(from));
  });

  test('a dry run says what would be done and does nothing', async () => {
    const [from, to] = [await household(), await household()];
    await keep(from, draft('New'), draft('Changed', { body: 'After.' }), draft('Same'));
    await keep(to, draft('Changed', { body: 'Before.' }), draft('Same'), draft('Only here'));
    const file = await from.faq.export('c1', format);
    const report = { created: ['New'], updated: ['Changed'], unchanged: 1 };
    const revision = await to.store.faq.revision('c1');
    expect(await to.faq.import('c1', teacher, file, { dryRun: true })).toEqual({
      kind: 'imported',
      report: { ...report, applied: false },
    });
    expect(await to.store.faq.revision('c1')).toBe(revision);
    expect(await to.faq.import('c1', teacher, file, { dryRun: false })).toEqual({
      kind: 'imported',
      report: { ...report, applied: true },
    });
    expect((await contents(to)).map(({ title, body }) => [title, body])).toEqual([
      ['Changed', 'After.'],
      ['New', 'About New.'],
      ['Only here', 'About Only here.'],
      ['Same', 'About Same.'],
    ]);
    const again = await to.faq.import('c1', teacher, file, { dryRun: false });
    expect(again).toMatchObject({ report: { created: [], updated: [], unchanged: 3 } });
  });

  test('an entry is found again by its id after its title changed, and names may be swapped', async () => {
    const house = await household();
    const [one] = await keep(house, draft('Alpha'), draft('Beta'));
    const file = await house.faq.export('c1', format);
    const swapped = file.replace('Alpha', 'Gamma').replace('Beta', 'Alpha').replace('Gamma', 'Beta');
    await house.faq.import('c1', teacher, swapped, { dryRun: false });
    expect(await house.faq.find('c1', 'Beta')).toMatchObject({ id: one?.id, revision: 2 });
    expect(await house.faq.history('c1', one?.id ?? '')).toMatchObject([
      { change: 'imported' },
      { change: 'created' },
    ]);
  });

  test('any entries survive the way out and in', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const lines = fc.array(fc.constantFrom('---', '\\---', '--- ', '- a', '# b', '', 'c: "d"', '```'), {
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-zé!:#'"]{1,30}$/), text, lines), {
          selector: ([t]) => t,
          maxLength: 4,
        }),
        async (parts) => {
          const [from, to] = [await household(), await household()];
          for (const [title, odd, body] of parts)
            await from.faq.add(
              'c1',
              teacher,
              draft(title, {
                group: odd.slice(0, 40),
                body: `${odd}\n${body.join('\n')}`,
                triggers: [odd.replaceAll(';', '')],
              }),
            );
          await to.faq.import('c1', teacher, await from.faq.export('c1', format), { dryRun: false });
          expect(await contents(to)).toEqual(await contents(from));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a file is refused as a whole, with the place of each problem', () => {
  test('half wrong JSON', async () => {
    const entries = [
      { title: 'Good', body: 'Fine.' },
      { title: 'Bad', body: '{{fit nothing}}' },
      { title: '', body: 'x', aliases: 'not a list' },
      { title: 'Typo', body: 'x', alias: ['y'] },
      { title: 'HERE', body: 'x' },
      { title: 'Other', body: 'x', aliases: ['good?'] },
      { title: 'present', body: 'x' },
      { title: 'Present', body: 'y' },
      7,
    ];
    const oneEach = entries.map((entry) => JSON.stringify(entry)).join(',\n');
    expect(await problemsOf(`{"lifeguardFaq": 1, "entries": [\n${oneEach}\n]}`)).toEqual([
      'entry 3 (line 4): aliases: Invalid input: expected array, received string',
      'entry 4 (line 5): Unrecognized key: "alias"',
      'entry 9 (line 10): Invalid input: expected object, received number',
      'entry 2 (line 3): The live part {{fit nothing}} does not compute: I can\'t read "fit nothing".',
      'entry 8 (line 9): This is the entry "Present", which entry 7 (line 8) of the file changes already.',
      'entry 6 (line 7): The name "good?" already leads to entry 1 (line 2) of the file.',
      'entry 8 (line 9): The name "Present" already leads to entry 7 (line 8) of the file.',
    ]);
  });

  test('a name of an entry that the file does not change', async () => {
    const file = { lifeguardFaq: 1, entries: [{ title: 'New', body: 'x', aliases: ['Here'] }] };
    expect(await problemsOf(JSON.stringify(file))).toEqual([
      'entry 1 (line 1): The name "Here" already leads to the entry "Present".',
    ]);
  });

  test('half wrong Markdown, by its lines', async () => {
    const file = [
      '---',
      'lifeguardFaq: 1',
      '---',
      '',
      '---',
      'title: Good',
      '---',
      'Fine.',
      '---',
      'title: Bad',
      'aliases: [a',
      '---',
      'x',
      '---',
      'group: no title',
      '---',
      '{{fit 1 in 4}}',
      '---',
      '- a list',
      '---',
      '---',
      'title: &a Anchor',
      'group: *a',
      '---',
      'x',
    ].join('\n');
    expect(await problemsOf(file)).toEqual([
      expect.stringMatching(/^line 1[12]: This is not YAML: .*sequence/),
      'line 15: "title" is missing.',
      'line 19: The front matter has no fields; it needs at least a title.',
      'line 22: Front matter cannot use YAML anchors ("&", "*").',
    ]);
  });

  test.each([
    ['empty', ' \n', 'the file: The file is empty.'],
    ['JSON cut short', '{"lifeguardFaq": 1,\n"entries": [\n{"title"', /^line 3: This is not JSON: /],
    ['other JSON', '{"entries": 3}', /^the file: The file is not an export of Lifeguard/],
    [
      'JSON of a later version',
      '{"lifeguardFaq": 2, "entries": []}',
      'the file: The file is of version 2; this Lifeguard reads version 1.',
    ],
    [
      'Markdown of a later version',
      '---\nlifeguardFaq: 2\n---\n',
      'line 2: The file is of version 2; this Lifeguard reads version 1.',
    ],
    [
      'Markdown without its head',
      '---\ntitle: a\n---\nb',
      'line 2: The file should begin with front matter that says "lifeguardFaq: 1".',
    ],
    ['plain text', '\nHello\n---\n', 'line 2: Here the front matter should begin, with a line "---".'],
    [
      'a fence without partner',
      '---\nlifeguardFaq: 1\n---\n---\ntitle: a\n---\nb\n---\n',
      /^line 8: This "---" has no partner/,
    ],
    ['a picture', '\u0089PNG\r\n\u001a\n', /^line 1: Here the front matter should begin/],
    [
      'too many characters',
      `{"x":"${'x'.repeat(importLimits.characters)}"}`,
      /^the file: The file has \d+ characters; 10485760 is the most/,
    ],
    [
      'too many entries',
      JSON.stringify({
        lifeguardFaq: 1,
        entries: Array.from({ length: 10_001 }, (_, i) => ({ title: `t${i}`, body: 'b' })),
      }),
      'the file: The file has 10001 entries; 10000 is the most.',
    ],
  ])('%s', async (_name, text, problem) => {
    const problems = await problemsOf(text);
    expect(problems).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });
});

test('an element of a list is found by its line, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 6 }),
      fc.record({ before: fc.jsonValue(), entries: fc.jsonValue(), 'en"]tries': fc.jsonValue() }),
      (entries, others) => {
        const text = `{ "a": ${JSON.stringify(others, null, 1)},\n"entries": [${entries
          .map((entry) => `\n${JSON.stringify(entry)}`)
          .join(' ,')}\n] , "z": ${JSON.stringify(others)}}`;
        const first = text.split('\n').indexOf('"entries": [') + 2;
        expect(linesOfElements(text, 'entries')).toEqual(entries.map((_, i) => first + i));
      },
    ),
  );
});

describe.each(engines)('a large import on $name', ({ database }) => {
  test('is one change: everybody sees all of it or nothing', async () => {
    const url = await database();
    const [here, there] = [await household(url), await household(url)];
    const entries = Array.from({ length: 2_000 }, (_, i) => ({ title: `Topic ${i}`, body: `Answer ${i}.` }));
    const file = JSON.stringify({ lifeguardFaq: 1, entries });
    const importing = here.faq.import('c1', teacher, file, { dryRun: false });
    const seen = [];
    let done = false;
    const finished = importing.then((outcome) => {
      done = true;
      return outcome;
    });
    while (!done) {
      seen.push((await there.faq.stats('c1')).entries);
      // SQLite answers without waiting for anything: the import would never have its turn.
      await setImmediate();
    }
    expect(await finished).toMatchObject({ kind: 'imported' });
    expect((await there.faq.stats('c1')).entries).toBe(2_000);
    expect(seen.filter((count) => count !== 0 && count !== 2_000)).toEqual([]);
    expect(await there.faq.trail('c1', 5)).toMatchObject([{ action: 'imported', subject: '2000 entries' }]);
  });
});
