import { describe, expect, it } from 'vitest';
import { codeLengthLimit, findCode, readStretches } from '../../../src/question/python/index.ts';
import { shownCalls } from './shown.ts';

const programsIn = (text: string) => readStretches(findCode(text));

describe('readStretches', () => {
  it('knows in one stretch what another binds', () => {
    const text = 'with `k = 3` and\n```\nx = torch.ones(1, 1, 6, 6)\n```\nwhat is F.max_pool2d(x, k) then?';
    const [program, ...others] = programsIn(text);
    expect(others).toEqual([]);
    const [call] = program?.calls ?? [];
    expect(program && shownCalls(program)).toEqual(['F.max_pool2d({x}, 3)']);
    expect(call?.args[0]?.flow).toMatchObject({ from: 'array', array: { shape: [1, 1, 6, 6] } });
  });

  it('places every span in the message', () => {
    const text = 'a `x = np.ones((1, 4))` b\n>>> y = pool(x,\n...   stride=2)\n';
    const [program] = programsIn(text);
    const at = (item: { span: { start: number; end: number } } | undefined): string =>
      item ? text.slice(item.span.start, item.span.end) : '';
    expect(at(program?.arrays[0])).toBe('x = np.ones((1, 4))');
    expect(at(program?.calls[0])).toBe('pool(x,\n...   stride=2)');
    expect(at(program?.calls[0]?.args[1])).toBe('stride=2');
  });

  it('closes brackets within a stretch', () => {
    const [program] = programsIn('is `MaxPool2d(2, (1, 1)` like `AvgPool2d(3)`');
    expect(program && shownCalls(program)).toEqual(['MaxPool2d(2, (1, 1))', 'AvgPool2d(3)']);
    expect(program?.problems).toMatchObject([{ kind: 'unclosed', span: { start: 13, end: 14 } }]);
  });

  it('takes what a session printed for the value of a name', () => {
    const text = '>>> x = torch.rand(1, 2)\n>>> x\ntensor([[0.5, 0.25]])\n>>> pool(x)\ntensor([[0.5]])\n';
    const [program] = programsIn(text);
    expect(program?.calls[0]?.args[0]?.flow).toMatchObject({ array: { values: Float64Array.of(0.5, 0.25) } });
  });

  it('takes what a session printed for a shape', () => {
    const [program] = programsIn('>>> x.shape\ntorch.Size([1, 64, 7, 7])\n');
    expect(program?.shapes).toContainEqual(expect.objectContaining({ of: 'x', shape: [1, 64, 7, 7] }));
  });

  it('reads other languages on their own', () => {
    const programs = programsIn('`MaxPool2d(2)` or pooling_param { kernel_size: 2 } or `AvgPool2d(2)`');
    expect(programs.map(shownCalls)).toEqual([['MaxPool2d(2)', 'AvgPool2d(2)'], ['Pooling(kernel_size=2)']]);
  });

  it('reads stretches one by one where they are too long together', () => {
    const long = `\`\`\`\n# ${'x'.repeat(codeLengthLimit / 2)}\nMaxPool2d(2)\n\`\`\`\n`;
    expect(programsIn(long + long).map(shownCalls)).toEqual([['MaxPool2d(2)'], ['MaxPool2d(2)']]);
  });
});
