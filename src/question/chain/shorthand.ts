import { type Argument, python } from '../../frameworks/index.ts';
import type { ModelStep } from '../question.ts';

/** "conv3, pool2": a layer's noun with its window behind it, and what may follow: stride, padding, dilation. */
const pattern =
  /\b(dilated |atrous )?(conv|convolution|max[ -]?pool(?:ing)?|avg[ -]?pool(?:ing)?|average[ -]?pool(?:ing)?|pool(?:ing)?)[ -]?(\d{1,3})(?:\s*[x×]\s*\d{1,3})?(?![\d.]|\s*d\b|\s*\()((?:[\s,/(]*(?:with\s+|and\s+)?(?:(?:stride|s|padding|pad|p|dilation|d)[ =]?\d{1,2}|\/\d{1,2}|same|valid)\)?)*)/gi;

/** How often a layer stands: "3 conv3". */
const countBefore = /\b(\d|two|three|four|five|six|seven|eight)\s*(?:[x×]\s*)?$/i;
const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};

/**
 * The layers of a chain in shorthand, in order. What a cell sees depends on windows, strides and padding alone, so a
 * convolution gets one filter.
 */
export function shorthandSteps(text: string): readonly ModelStep[] {
  const layers = [...text.matchAll(pattern)].flatMap((match) => {
    const [written, dilated = '', noun = '', window = '', rest = ''] = match;
    const span = { start: match.index, end: match.index + written.length };
    const count = text.slice(Math.max(0, match.index - 12), match.index).match(countBefore)?.[1] ?? '1';
    const times = counts[count.toLowerCase()] ?? Number(count);
    const steps = layerSteps(/^conv/i.test(noun), noun, Number(window), rest, dilated !== '');
    return Array.from({ length: Math.max(1, times) }, () => steps.map((step) => ({ ...step, span }))).flat();
  });
  return layers.map((step, at) => ({
    ...step,
    id: String(at + 1),
    inputs: [at === 0 ? 'input' : String(at)],
  }));
}

interface Layer {
  readonly name: string;
  readonly given: readonly Argument[];
}

function layerSteps(
  convolves: boolean,
  noun: string,
  window: number,
  rest: string,
  dilated: boolean,
): readonly Layer[] {
  const number = (names: string) =>
    Number(
      rest.match(new RegExp(String.raw`(?:^|[\s,(])(?:${names})[ =]?(\d{1,2})`, 'i'))?.[1] ?? Number.NaN,
    );
  const slashed = Number(rest.match(/\/(\d{1,2})/)?.[1] ?? Number.NaN);
  const stride = [number('stride|s'), slashed].find((value) => value > 0) ?? null;
  const dilation = number('dilation|d') || (dilated ? 2 : 1);
  const padding = number('padding|pad|p');
  const given = [
    ...(convolves ? [argument('filters', 1)] : []),
    argument(convolves ? 'kernel_size' : 'pool_size', window),
    ...(stride === null ? [] : [argument('strides', stride)]),
    ...(/\bsame\b/i.test(rest) ? [{ name: 'padding', value: python.str('same') }] : []),
    ...(convolves && dilation > 1 ? [argument('dilation_rate', dilation)] : []),
  ];
  const name = convolves ? 'Conv2D' : /^(?:avg|average)/i.test(noun) ? 'AveragePooling2D' : 'MaxPooling2D';
  const frame = padding > 0 ? [{ name: 'ZeroPadding2D', given: [argument('padding', padding)] }] : [];
  return window > 0 ? [...frame, { name, given }] : [];
}

const argument = (name: string, value: number): Argument => ({ name, value: python.int(value) });
