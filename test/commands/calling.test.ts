import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/platform/text/index.ts';
import { type Course, course, flatten, teacher } from './course.ts';

const labels = ({ message }: Awaited<ReturnType<ReturnType<Course['member']>['call']>>) =>
  message.actions.map(({ label }) => label);

/** What somebody who calls a human hears, or whom they reach. */
async function called({ dispatcher }: Course, who: { user?: string; community?: string | null } = {}) {
  const calling = await dispatcher.call({ platform: 'discord', community: 'c1', user: 'sam', ...who });
  return calling.kind === 'call' ? calling.helper : renderText(calling.message);
}

describe('calling a human', () => {
  test('is offered under answers once staff have named whom to call, and no longer when they take it back', async () => {
    const house = await course();
    const ask = async () => labels(await house.member('sam').call('pool', 'AveragePooling2D(2) on 4x4x4'));
    expect(await ask()).not.toContain('call a human');
    await house.member('ada', teacher).call('settings', { helper: 'role 1234567890' });
    expect((await ask()).slice(-2)).toEqual(['call a human', 'delete']);
    await house.member('ada', teacher).call('settings', { helper: 'none' });
    expect(await ask()).not.toContain('call a human');
  });

  test('is offered under an entry of the staff, an explanation and what cannot be answered too', async () => {
    const house = await course();
    await house.member('ada', teacher).call('settings', { helper: 'role 1234567890' });
    await house.member('ada', teacher).call('faq save', flatten);
    const sam = house.member('sam');
    for (const shown of [
      await sam.call('faq show', { question: 'Flatten or GAP?' }),
      await sam.mention('should I use flatten or global average pooling before the dense layer'),
      await sam.call('explain', 'keepdims'),
      await sam.mention('who won the match last night?'),
    ])
      expect(labels(shown)).toContain('call a human');
  });

  test('reaches whom the settings name at the press, whatever they named when the button was shown', async () => {
    const house = await course();
    expect(await called(house)).toContain('There is nobody whom I may call here');
    await house.member('ada', teacher).call('settings', { helper: '<@&1234567890>' });
    expect(await called(house)).toEqual({ kind: 'role', id: '1234567890' });
    await house.member('ada', teacher).call('settings', { helper: '<@987654321>' });
    expect(await called(house)).toEqual({ kind: 'user', id: '987654321' });
    await house.member('ada', teacher).call('settings', { helper: 'none' });
    expect(await called(house)).toContain('There is nobody whom I may call here');
  });

  test('three times an hour for each person, and for everybody apart', async () => {
    const house = await course();
    await house.member('ada', teacher).call('settings', { helper: 'group S012TUTORS' });
    const helper = { kind: 'role', id: 'S012TUTORS' };
    for (const _ of [1, 2, 3]) expect(await called(house)).toEqual(helper);
    expect(await called(house)).toMatch(/up to 3 times an hour for each person\. You can again in 60 min\./);
    expect(await called(house, { user: 'kim' })).toEqual(helper);
  });

  test('works in no direct message and in no other community', async () => {
    const house = await course();
    await house.member('ada', teacher).call('settings', { helper: 'role 1234567890' });
    expect(await called(house, { community: null })).toContain('There is nobody whom I may call here');
    expect(await called(house, { community: 'c2' })).toContain('There is nobody whom I may call here');
  });
});

test.each(['@everyone', '<!channel>', '<!here>', 'role c1', '<@&1> <@&2>', '`<@&1>`', 'tutors'])(
  'settings take no "%s" for a helper',
  async (helper) => {
    const house = await course();
    const shown = await house.member('ada', teacher).call('settings', { helper });
    expect(shown.text).toContain('Nothing was changed');
  },
);

test('nor the role that everybody has', async () => {
  const house = await course();
  const everybody = { ...teacher, community: '112233445566778899' };
  const shown = await house.member('ada', everybody).call('settings', { helper: '<@&112233445566778899>' });
  expect(shown.text).toContain('Everybody is too many to call');
});
