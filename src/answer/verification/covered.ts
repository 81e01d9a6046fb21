import type { Operation } from '../../pooling/index.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words that add nothing to a statement on a layer's result: anything else might change what it says. */
const plain = new Set(
  `a an the this that these those it its i we us you me one my our their of on for from to into in at by with as and or then
  so here now also next still just exactly only precisely simply because thus therefore hence
  over layer layers pooling pool pooled max maximum average avg mean global globally local plain adaptive operation op
  output outputs outputted input inputs shape shapes shaped size sizes sized feature features map maps tensor tensors image images
  picture pictures photo array volume volumes activation activations result results resulting give gives gave giving
  get gets got obtain obtains is are be becomes become was were has have had will would should equal equals return returns returned
  produce produces yield yields turn turns make makes map maps take takes took goes go went convert converts transform transforms reduce
  reduces shrink shrinks downsample downsamples bring brings come comes out end ends up after before behind following
  applied apply applying use uses using used run running feeding feed fed when where which leads lead leave leaves
  height width depth channel channels spatial dimension dimensions dim dims resolution side sides x by per each length
  keras tensorflow tf pytorch torch onnx flax jax mlx caffe framework default batch sample example
  number numbers value values vector final last new overall both same-sized two-dimensional called call expect expects
  computed calculated calculate compute pixel pixels px rgb grayscale there answer d 1d 2d 3d data gap gmp halves halving kernel window filter stride strides padding pad
  zero no without valid same set left halved tall wide long deep`
    .trim()
    .split(/\s+/),
);

const number = String.raw`\(?(\d+)(?:\s*[,x×]\s*(\d+))?(?:\s*[,x×]\s*(\d+))?\)?`;
const link = String.raw`(?:\s*(?:of|=|is|:|size|equal to|set to|a)\s*)*\s*`;

interface SettingWords {
  readonly pattern: RegExp;
  /** Whether the operation has what the words say. */
  readonly holds: (operation: Operation, said: readonly number[], words: string) => boolean;
}

const same = (said: readonly number[], has: readonly number[]): boolean =>
  said.length === 1
    ? has.every((one) => one === said[0])
    : said.length === has.length && said.every((one, axis) => one === has[axis]);

const local = (operation: Operation) =>
  operation.kind === 'pool' && operation.window.kind === 'local' ? operation.window : null;

const settings: readonly SettingWords[] = [
  {
    pattern: new RegExp(String.raw`\bstrides?${link}${number}`, 'gi'),
    holds: (operation, said) => same(said, local(operation)?.stride ?? []),
  },
  {
    pattern: new RegExp(String.raw`\bdilation${link}${number}`, 'gi'),
    holds: (operation, said) => same(said, local(operation)?.dilation ?? []),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:kernel|window|filter|pool(?:ing)?)(?:[_ ](?:size|window|kernel))?${link}${number}`,
      'gi',
    ),
    holds: (operation, said) => same(said, local(operation)?.kernel ?? []),
  },
  {
    pattern: new RegExp(
      String.raw`${number}\s*-?\s*(?:(?:max|average|avg|mean)[\s-]*)?(?:pool(?:ing|s)?|window|kernel|filter)\b`,
      'gi',
    ),
    holds: (operation, said) => same(said, local(operation)?.kernel ?? []),
  },
  {
    pattern: new RegExp(String.raw`\bpadding${link}${number}`, 'gi'),
    holds: (operation, said) => {
      const padding = local(operation)?.padding;
      return padding?.kind === 'explicit' && same(said, padding.begin) && same(said, padding.end);
    },
  },
  {
    pattern: /\b(?:padding ?(?:=|is|of|:)? ?["']?same["']?|["']?same["']? padding)/gi,
    holds: (operation) => local(operation)?.padding.kind === 'same',
  },
  {
    pattern:
      /\b(?:padding ?(?:=|is|:)? ?["']?valid["']?|["']?valid["']? padding|no padding|without padding|zero padding)/gi,
    holds: (operation) => {
      const padding = local(operation)?.padding;
      return padding?.kind === 'explicit' && [...padding.begin, ...padding.end].every((one) => one === 0);
    },
  },
];

/**
 * Whether all that a sentence says was looked at: outside of the stretches that were read stand only words that add
 * nothing, and settings that the layer really has. `operation` is null where none was computed.
 */
export function isCovered(sentence: string, read: readonly Stretch[], operation: Operation | null): boolean {
  let rest = blank(sentence, read);
  if (operation) {
    for (const { pattern, holds } of settings) {
      let fits = true;
      rest = rest.replace(pattern, (words, ...groups: unknown[]) => {
        const said = groups
          .slice(0, 3)
          .flatMap((group) => (typeof group === 'string' && /^\d+$/.test(group) ? [Number(group)] : []));
        fits &&= holds(operation, said, words);
        return ' ';
      });
      if (!fits) return false;
    }
  }
  return leftOver(rest).length === 0;
}

/** What stands outside the stretches and says something: words that might matter, numbers, negations. */
export function leftOver(rest: string): readonly string[] {
  return (
    rest
      .toLowerCase()
      .replace(/[-=]>|\b[123]-?d\b/g, ' ')
      .match(/[a-z_]+(?:'[a-z]+)?|\d[\d.,]*|[≈<>≥≤%]/g) ?? []
  ).filter((word) => !plain.has(word));
}

/** The sentence with the stretches taken out, and its negation, which is read apart. */
export function blank(sentence: string, stretches: readonly Stretch[]): string {
  let text = sentence.replace(/'s\b/g, '  ');
  for (const { start, end } of stretches)
    text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
  return text.replace(/\b(?:is|are|do|does|did|was|were|will|would)(?:n't| not)\b|\bnot\b/gi, ' ');
}

/** Whether a sentence denies what it states. */
export const isDenied = (sentence: string): boolean => /\b(?:not|never)\b|n't\b/i.test(sentence);
