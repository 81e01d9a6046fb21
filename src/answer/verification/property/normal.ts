import type { FrameworkId } from '../../../frameworks/index.ts';

/** How strongly a sentence says what it says. */
export type Mode = 'plain' | 'always' | 'never' | 'not-always' | 'can' | 'usually' | 'only';

/** A sentence in a form that few patterns read: small words gone, verbs and nouns in their base form. */
export interface Normal {
  readonly text: string;
  readonly framework: FrameworkId | null;
  readonly denied: boolean;
  readonly mode: Mode;
  readonly byDefault: boolean;
}

const frameworks: readonly (readonly [RegExp, FrameworkId])[] = [
  [
    /\b(?:in |for |with |under |of )?(?:tf\.keras|tensorflow\/keras|keras)(?:'s?|s')?(?: \d(?:\.\d+)*)?/g,
    'keras',
  ],
  [/\b(?:in |for |with |under |of )?(?:pytorch|torch)(?:'s)?(?: \d(?:\.\d+)*)?(?![\w.])/g, 'torch'],
  [/\b(?:in |for |with |under |of )?(?:tensorflow)(?:'s)?(?: \d(?:\.\d+)*)?/g, 'tensorflow'],
  [/\b(?:in |for |with |under |of )?onnx(?: ?runtime)?(?:'s?)?/g, 'onnx'],
  [/\b(?:in |for |with |under |of )?flax(?:'s?)?/g, 'flax'],
  [/\b(?:in |for |with |under |of )?caffe(?:'s)?(?!\w)/g, 'caffe'],
  [/\b(?:in |for |with |under |of )?mlx(?:'s?)?/g, 'mlx'],
];

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\b(it|that|there|what|he|she)'s\b/g, '$1 is'],
  [/\b(they|we|you)'re\b/g, '$1 are'],
];

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/\bnot (?:always|necessarily|generally|in general|every time)\b|\bnot\b(?=.*\bin general$)/, 'not-always'],
  [/\b(?:never|in no case|under no circumstances)\b/, 'never'],
  [/\b(?:can|may|might|could|sometimes|occasionally|is able to|are able to)\b/, 'can'],
  [
    /\b(?:usually|typically|often|generally|normally|mostly|commonly|in most cases|tends? to|in general|in practice|almost always)\b/,
    'usually',
  ],
  [/\b(?:always|in all cases|in every case|invariably|guaranteed to|regardless)\b/, 'always'],
  [/\b(?:only|solely|exclusively)\b/, 'only'],
];

const lemmas: Readonly<Record<string, string>> = {
  has: 'have',
  having: 'have',
  had: 'have',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  does: 'do',
  did: 'do',
  kept: 'keep',
  biases: 'bias',
  axes: 'axis',
  zeros: 'zero',
  zeroes: 'zero',
  taking: 'take',
  keeping: 'keep',
  maxima: 'maximum',
  goes: 'go',
  passes: 'pass',
  gave: 'give',
  given: 'given',
  averages: 'average',
  avg: 'average',
  max: 'maximum',
  min: 'minimum',
  params: 'parameter',
  param: 'parameter',
  biggest: 'largest',
  highest: 'largest',
  greatest: 'largest',
  dims: 'dimension',
  dim: 'dimension',
  batches: 'batch',
  patches: 'patch',
  discards: 'discard',
  classes: 'class',
  indices: 'index',
  modifies: 'modify',
  halves: 'halve',
};
const unchanged = new Set(
  'yes his gas this its bias always less loss class axis basis us plus minus across keras as is has pass cross strides keepdims channels_last channels_first strides= maxpool process focus dimensionless parameterless weightless access reverses'.split(
    ' ',
  ),
);
const small = new Set(
  'a an the their our your my itself themselves also just simply actually really basically still own then does do did will would should indeed whole entire exactly purely very fully'.split(
    ' ',
  ),
);

/** Brings a sentence into the form that the patterns of `property` read. */
export function normalOf(sentence: string): Normal {
  let text = ` ${sentence
    .toLowerCase()
    .replace(/["'](?=[\s.,;:)=]|$)|(?<=[\s(=])["']/g, '')
    .replace(/[.!?]+$/, '')} `;
  for (const [pattern, plain] of contractions) text = text.replace(pattern, plain);
  let framework: FrameworkId | null = null;
  for (const [pattern, id] of frameworks) {
    const named = text.replace(pattern, ' ');
    if (named === text) continue;
    framework ??= id;
    text = named;
  }
  const settled = text.replace(/\bby default\b|\bas (?:the |a )?default\b/g, ' ');
  const byDefault = settled !== text;
  text = settled;
  let mode: Mode = 'plain';
  for (const [pattern, id] of modes) {
    const rest = text.replace(pattern, ' ');
    if (rest === text || mode !== 'plain') continue;
    mode = id;
    text = rest;
  }
  let denied = false;
  text = text
    .replace(/\bnot (?:any|a single)\b/g, 'no')
    .replace(
      /\b(?:have|has|with|contains?|uses?|adds?|introduces?|learns?|requires?|needs?|involves?) (?:absolutely )?(?:no|zero|0)\b/g,
      (words) => {
        denied = !denied;
        return words.replace(/ (?:absolutely )?(?:no|zero|0)$/, '');
      },
    );
  text = text.replace(/\b(?:does |do |did |is |are |will |would )?not\b/g, (words) => {
    denied = !denied;
    return words.startsWith('is') || words.startsWith('are') ? 'be' : ' ';
  });
  text = text.replace(/^\s*no (?=\w)/, () => {
    denied = !denied;
    return '';
  });
  const words =
    text.match(/[a-z_][\w.]*(?:=[\w(),]+)?|\d+(?:\.\d+)?(?:x\d+)*%?|[-−]?[∞]|-inf\w*|[^\s\w]/g) ?? [];
  const base = words.flatMap((word) => {
    if (small.has(word)) return [];
    return [
      lemmas[word] ??
        (unchanged.has(word) || !/^[a-z]{3,}s$/.test(word) || word.endsWith('ss') || word.endsWith('us')
          ? word
          : word.slice(0, -1)),
    ];
  });
  return {
    text: base
      .join(' ')
      .replace(/ ?, ?/g, ' , ')
      .replace(/ (?:,|\.)$/, '')
      .replace(/^[ ,]+/, '')
      .replace(/^(?:during|in) (?:backpropagation|backprop|backward pass|training) ,? ?/, '')
      .replace(
        /^padding (?:in|of|for) ((?:global |local )?(?:maximum|average)(?: |-)?pool(?:ing)?(?: layer)?) (?:be )?(?:filled|done|padded|treated)? ?/,
        '$1 pad ',
      )
      .replace(
        /^gradient (?:of|in|for|through) ((?:global |local )?(?:maximum|average)(?: |-)?pool(?:ing)?(?: layer)?) /,
        '$1 gradient ',
      )
      .trim(),
    framework,
    denied,
    mode,
    byDefault,
  };
}
