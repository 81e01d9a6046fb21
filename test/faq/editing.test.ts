import { describe, expect, test } from 'vitest';
import { draftFields, readAliases, readTriggers, refusalSentences, type Saved } from '../../src/faq/index.ts';
import { engines } from '../store/engines.ts';
import { draft, household, keepOne, student, teacher } from './household.ts';

const sentences = (saved: Saved): readonly string[] =>
  saved.kind === 'saved' ? [] : refusalSentences(saved);
const at = ({ id, revision }: { id: string; revision: number }) => ({ id, basedOn: revision });

test('a new entry is found by its id, its title and its aliases, however they are written', async () => {
  const house = await household();
  const entry = await keepOne(
    house,
    draft('What is global pooling?', { aliases: ['GAP', 'global  average'] }),
  );
  for (const name of [entry.id, 'what is GLOBAL pooling', ' gap ', 'Global average', 'ｇａｐ'])
    expect(await house.faq.find('c1', name)).toMatchObject({ id: entry.id });
  expect(await house.faq.find('c1', 'global')).toBeNull();
});

describe('a draft is refused with a sentence for each problem', () => {
  const long = (length: number) => 'x'.repeat(length);
  test.each([
    ['empty title', { title: '  ' }, ['The title is empty.']],
    ['empty title and answer', { title: '', body: '\n\n' }, ['The title is empty.', 'The answer is empty.']],
    ['long title', { title: long(101) }, ['The title has 101 characters; 100 is the most.']],
    ['long answer', { body: long(3_001) }, ['The answer has 3001 characters; 3000 is the most.']],
    ['long group', { group: long(51) }, ['The group has 51 characters; 50 is the most.']],
    [
      'long alias',
      { aliases: [long(101)] },
      [`The alias "${long(40)}…" has 101 characters; 100 is the most.`],
    ],
    [
      'long trigger',
      { triggers: [long(201)] },
      [`The trigger "${long(40)}…" has 201 characters; 200 is the most.`],
    ],
    [
      'too many aliases',
      { aliases: Array.from({ length: 21 }, (_, i) => `alias ${i}`) },
      ['There are 21 aliases; 20 is the most.'],
    ],
    ['nameless', { title: '?!' }, ['"?!" has no letters or digits, so that nobody could look for it.']],
    [
      'two aliases in one',
      { aliases: ['a, b'] },
      ['The alias "a, b" has a comma or semicolon, which separate aliases.'],
    ],
    [
      'broken live part',
      { body: 'Size: {{fit 2 in}}' },
      ['The live part {{fit 2 in}} does not compute: I can\'t read "fit 2 in".'],
    ],
    ['empty live part', { body: '{{ }}' }, ['The live part {{ }} does not compute: it names no command.']],
    [
      'open live part',
      { body: 'It is {{fit 2 in 4} here' },
      ['This live part is never closed by }} on its line: {{fit 2 in 4} here'],
    ],
    [
      'a broken live part twice, told once',
      { body: '{{fit 2 in}}, then {{fit 2 in}}' },
      ['The live part {{fit 2 in}} does not compute: I can\'t read "fit 2 in".'],
    ],
    [
      'a live part in a name',
      { title: 'Size {{fit 2 in 4}}', aliases: ['{{fit 2 in 4}}'] },
      [
        'Live parts compute in the answer alone, not in a title or alias: Size {{fit 2 in 4}}',
        'Live parts compute in the answer alone, not in a title or alias: {{fit 2 in 4}}',
      ],
    ],
    [
      'too many live parts',
      { body: '{{fit 2 in 4}}\n'.repeat(9) },
      ['The answer has 9 live parts; 8 is the most.'],
    ],
  ])('%s', async (_name, wrong, expected) => {
    const { faq } = await household();
    expect(sentences(await faq.add('c1', teacher, draft('A title', wrong)))).toEqual(expected);
    expect(await faq.list('c1')).toEqual([]);
  });
});

test('at the limits an entry is taken', async () => {
  const house = await household();
  const aliases = Array.from({ length: 20 }, (_, i) => String(i).padStart(100, 'a'));
  await keepOne(house, draft('t'.repeat(100), { body: 'b'.repeat(3_000), aliases, group: 'g'.repeat(50) }));
});

test('what nobody sees is taken out, and a repeated alias is kept once', async () => {
  const house = await household();
  const { content } = await keepOne(
    house,
    draft(' Odd\u0000 \u202esizes \n\n', {
      body: 'a\r\nb\u0007\ud800',
      aliases: ['Odd sizes?', 'odd', 'ODD', ''],
    }),
  );
  expect(content).toMatchObject({ title: 'Odd sizes', body: 'a\nb\ufffd', aliases: ['odd'] });
});

test('a title or alias that is taken names the entry that has it', async () => {
  const house = await household();
  await keepOne(house, draft('What is GAP?', { aliases: ['global pooling'] }));
  const rival = await house.faq.add('c1', teacher, draft('Other', { aliases: ['Global pooling'] }));
  expect(sentences(rival)).toEqual([
    '"Global pooling" already leads to "What is GAP?". Take another name, or edit that entry.',
  ]);
});

test('the fields of a form, sent back unchanged, change nothing', async () => {
  const house = await household();
  const entry = await keepOne(
    house,
    draft('One', { group: 'Basics', aliases: ['a', 'b c'], triggers: ['why, though?', 'how'] }),
  );
  const fields = draftFields(entry.content);
  const again = { ...fields, aliases: readAliases(fields.aliases), triggers: readTriggers(fields.triggers) };
  const saved = await house.faq.edit('c1', teacher, at(entry), again);
  expect(saved).toMatchObject({ kind: 'saved', entry: { content: entry.content } });
});

describe.each(engines)('two moderators on $name', ({ database }) => {
  test('the second one sees the first one’s change beside their own, and may then decide', async () => {
    const url = await database();
    const [here, there] = [await household(url), await household(url)];
    const entry = await keepOne(here, draft('Padding'));
    await here.faq.edit('c1', teacher, at(entry), draft('Padding', { body: 'From here.' }));
    const bob = { ...teacher, user: 'bob' };
    const mine = draft('Padding', { body: 'From there.' });
    const second = await there.faq.edit('c1', bob, at(entry), mine);
    expect(second).toMatchObject({
      kind: 'conflict',
      yours: { body: 'From there.' },
      theirs: { revision: 2, content: { body: 'From here.' }, changed: { by: 'ada' } },
    });
    expect(sentences(second)[0]).toMatch(
      /^Somebody changed "Padding" while you were editing\. Nothing is lost/,
    );
    const decided = await there.faq.edit('c1', bob, { id: entry.id, basedOn: 2 }, mine, 'both said the same');
    expect(decided).toMatchObject({ kind: 'saved', entry: { revision: 3 } });
    expect((await here.faq.history('c1', entry.id)).map(({ by, change, why }) => [by, change, why])).toEqual([
      ['bob', 'edited', 'both said the same'],
      ['ada', 'edited', null],
      ['ada', 'created', null],
    ]);
  });
});

test('an earlier revision comes back as the newest one', async () => {
  const house = await household();
  const entry = await keepOne(house, draft('Stride', { body: 'Right.' }));
  await house.faq.edit('c1', teacher, at(entry), draft('Strides', { body: 'Wrong.' }));
  const restored = await house.faq.restore('c1', teacher, { id: entry.id, basedOn: 2 }, 1);
  expect(restored).toMatchObject({ kind: 'saved', entry: { revision: 3, content: entry.content } });
  expect(await house.faq.find('c1', 'stride')).toMatchObject({ id: entry.id });
  expect(await house.faq.restore('c1', teacher, { id: entry.id, basedOn: 3 }, 9)).toEqual({
    kind: 'missing',
  });
});

test('a removed entry is out of sight until it is recovered', async () => {
  const house = await household();
  const entry = await keepOne(house, draft('Stride'));
  await house.faq.remove('c1', teacher, at(entry), 'outdated');
  expect(await house.faq.find('c1', entry.id)).toBeNull();
  expect(await house.faq.find('c1', 'Stride')).toBeNull();
  expect(await house.faq.search('c1', 'stride', 5)).toEqual([]);
  const gone = { id: entry.id, basedOn: 2 };
  expect(await house.faq.edit('c1', teacher, gone, draft('Stride'))).toEqual({ kind: 'missing' });
  expect(await house.faq.removed('c1')).toMatchObject([{ id: entry.id, revision: 2 }]);
  expect(await house.faq.recover('c1', teacher, gone)).toMatchObject({ kind: 'saved' });
  expect(await house.faq.search('c1', 'stride', 5)).toHaveLength(1);
  expect(await house.faq.removed('c1')).toEqual([]);
});

test('only staff, and those whom they let, may change anything', async () => {
  const house = await household();
  const { faq, store } = house;
  const entry = await keepOne(house, draft('Stride'));
  const forbidden = { kind: 'forbidden' };
  const attempts = () => [
    faq.add('c1', student, draft('Mine')),
    faq.edit('c1', student, at(entry), draft('Mine')),
    faq.restore('c1', student, at(entry), 1),
    faq.remove('c1', student, at(entry)),
    faq.recover('c1', student, at(entry)),
    faq.import('c1', student, '{}', { dryRun: true }),
  ];
  for (const attempt of attempts()) expect(await attempt).toEqual(forbidden);
  expect(await faq.gaps.close('c1', student, 'x')).toBe(false);

  const tutor = { ...student, roles: ['tutors'] };
  expect(await faq.add('c1', tutor, draft('Mine'))).toEqual(forbidden);
  await store.settings.change(
    'c1',
    { editorRoles: ['tutors'], editors: ['kim'] },
    { by: 'ada', at: new Date(0) },
  );
  expect(await faq.add('c1', tutor, draft('Mine'))).toMatchObject({ kind: 'saved' });
  expect(await faq.add('c1', { ...student, user: 'kim' }, draft('Kim’s'))).toMatchObject({ kind: 'saved' });
  expect(await faq.add('c2', tutor, draft('Mine'))).toEqual(forbidden);
});

test('staff of one community reach nothing of another one', async () => {
  const house = await household();
  const { faq } = house;
  const entry = await keepOne(house, draft('Secret', { aliases: ['s'], triggers: ['what is the secret?'] }));
  const missing = { kind: 'missing' };
  expect(await faq.find('c2', entry.id)).toBeNull();
  expect(await faq.find('c2', 'secret')).toBeNull();
  expect(await faq.search('c2', 'secret', 5)).toEqual([]);
  expect(await faq.complete('c2', 'sec', 5)).toEqual([]);
  expect(await faq.complete('c2', '', 5)).toEqual([]);
  expect(await faq.bestMatch('c2', 'help', 'what is the secret?')).toBeNull();
  expect(await faq.list('c2')).toEqual([]);
  expect(await faq.history('c2', entry.id)).toEqual([]);
  expect(await faq.export('c2', 'json')).not.toContain('Secret');
  expect((await faq.stats('c2')).entries).toBe(0);
  expect(await faq.edit('c2', teacher, at(entry), draft('Defaced'))).toEqual(missing);
  expect(await faq.remove('c2', teacher, at(entry))).toEqual(missing);
  expect(await faq.restore('c2', teacher, at(entry), 1)).toEqual(missing);
  expect(await faq.vote('c2', entry.id, 'eve', false)).toBe(false);
  const stolen = await faq.import('c2', teacher, await faq.export('c1', 'json'), { dryRun: false });
  expect(stolen).toMatchObject({ report: { created: ['Secret'] } });
  expect((await faq.find('c2', 'secret'))?.id).not.toBe(entry.id);
  expect(await faq.find('c1', 'secret')).toEqual(entry);
});
