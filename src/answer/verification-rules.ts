import type { FrameworkId } from '../frameworks/index.ts';

/** The general statements on pooling that can be decided; the sentence that is true stands in src/explain. */
export type RuleId =
  | 'no-weights'
  | 'fewer-weights'
  | 'same-size'
  | 'same-formula'
  | 'valid-formula'
  | 'default-stride'
  | 'default-window'
  | 'own-channel'
  | 'one-number'
  | 'global-mean'
  | 'max-padding'
  | 'count-padding'
  | 'keepdims-default'
  | 'any-size'
  | 'max-gradient'
  | 'average-gradient'
  | 'data-format'
  | 'torch-same'
  | 'adaptive-size';

export interface Ruling {
  readonly rule: RuleId;
  readonly right: boolean;
}

interface Rule {
  readonly id: RuleId;
  /** All of these stand in the sentence. */
  readonly about: readonly RegExp[];
  /** What the sentence says, without its negation; null where that depends on what is not said. */
  readonly holds: (sentence: string, framework: FrameworkId | null) => boolean | null;
}

const pooling = /\b(?:gap|gmp)\b|pool/;
const globally = /\bgap\b|global\w* ?average|globalaverage|global(?:ly)? (?:average )?pool/;
const length = String.raw`(?:n|h|w|i|in|input\w*|size|height|width|length|l)`;
const windowName = `(?:k|f|p|pool_?size|kernel(?:_size)?|window|pool|filter)`;
const step = `(?:s|strides?)`;
const windowFormula = new RegExp(
  String.raw`\b${length}(?: ?\+ ?2 ?[*·]? ?p(?:adding)?)? ?[-−] ?${windowName} ?\)? ?\/+ ?${step}\b`,
);
const roundedUp = new RegExp(
  String.raw`(?:ceil|⌈|round\w* up)[^.]*?\b${length} ?\/+ ?${step}\b|\b${length} ?\/+ ?${step}\b[^.]*round\w* up`,
);
const roundedDown = new RegExp(String.raw`(?:floor|⌊|round\w* down)[^.]*?\b${length} ?\/+ ?${step}\b`);

const mixesChannels =
  /(?:halv|reduc|chang|mix|collaps|combin|decreas|shrink|doubl|averag)\w* (?:over |across |between |of )?(?:the |all )?(?:number of |count of )?(?:channels?|depth)\b|(?:channels?|depth) (?:count |dimension )?(?:is|are|gets?|will be) (?:halv|reduc|chang|mix|decreas|doubl)|across (?:the |all )?channels/;

/** In order: the first whose words all stand in a sentence decides. */
const rules: readonly Rule[] = [
  {
    id: 'same-formula',
    about: [/\bsame\b/, new RegExp(`${roundedUp.source}|${roundedDown.source}`)],
    holds: (sentence) => roundedUp.test(sentence),
  },
  {
    id: 'valid-formula',
    about: [windowFormula],
    holds: (sentence) => /\+ ?1\b/.test(sentence) && !/\bsame\b/.test(sentence),
  },
  {
    id: 'torch-same',
    about: [
      /torch|maxpool\dd|avgpool\dd/,
      /padding ?=? ?["']?same|same padding/,
      /accept|support|take|has\b|have\b|allow/,
    ],
    holds: () => false,
  },
  {
    id: 'same-size',
    about: [
      /\bsame["']? ?(?:padding)?/,
      /padding/,
      /keep|preserv|unchanged|maintain|retain|(?:not|n't) change|same (?:size|shape|height|dimension)|equal to the input/,
    ],
    holds: (sentence) => /strides? ?(?:=|of|is|equals?)? ?(?:1\b|one\b|\(1)/.test(sentence),
  },
  {
    id: 'default-stride',
    about: [/strides?\b/, /default|left out|omitted|none\b|not (?:given|set|specified)|unspecified|missing/],
    holds: (sentence, framework) => {
      const ones: readonly (FrameworkId | null)[] = ['onnx', 'flax', 'caffe'];
      const one = ones.includes(framework) || /\bonnx\b|\bflax\b|\bcaffe\b/.test(sentence);
      if (/pool_?size|pool size|window|kernel/.test(sentence)) return !one;
      return /(?:=|is|to|of|equals?) ?(?:1\b|one\b|\(1)/.test(sentence) ? one : null;
    },
  },
  {
    id: 'default-window',
    about: [/pool_?size/, /default/],
    holds: (sentence) => {
      const two = /(?:is|=|to|of|default) ?(?:\(?2\b|two\b)/.test(sentence);
      return /average|avg/.test(sentence) ? false : two;
    },
  },
  {
    id: 'keepdims-default',
    about: [/keep_?dims?/, /default/],
    holds: (sentence) => /false/.test(sentence),
  },
  {
    id: 'fewer-weights',
    about: [globally, /reduc|fewer|less\b|decreas|cut|lower|shrink|sav/, /weight|parameter/],
    holds: () => true,
  },
  {
    id: 'no-weights',
    about: [pooling, /\b(?:weights?|parameters?|params?|biases|learnable|trainable)\b/],
    holds: (sentence) => {
      // "Parameters" may be the arguments, or those of the layers behind.
      if (/pool_?size|strides?\b|padding|kernel|argument|hyper|reduc|fewer|less\b|decreas/.test(sentence))
        return null;
      const owns = /\b(?:has|have|contains?|with|without|uses?|learns?|adds?|no|zero|0|introduces?|is|are)\b/;
      return owns.test(sentence) ? false : null;
    },
  },
  {
    id: 'max-padding',
    about: [/max/, /\bpad/, /zeros?\b|\b0s?\b|inf|∞/],
    holds: (sentence) => /inf|∞/.test(sentence),
  },
  {
    id: 'count-padding',
    about: [/average|avg|mean|gap/, /\bpad/, /count|includ|divid|part of/],
    holds: (sentence, framework) => {
      if (framework === 'torch' || /torch/.test(sentence)) return true;
      return framework === 'keras' || framework === 'tensorflow' || framework === 'onnx' ? false : null;
    },
  },
  {
    id: 'max-gradient',
    about: [/max/, /gradient|backprop/],
    holds: (sentence) => {
      if (/even|all (?:cells|inputs|positions)|every|equally/.test(sentence)) return false;
      return /max|largest|winner|argmax|biggest/.test(sentence.replace(/max(?:imum)? ?pool\w*/g, ''))
        ? true
        : null;
    },
  },
  {
    id: 'average-gradient',
    about: [/average|avg|gap/, /gradient|backprop/],
    holds: (sentence) => {
      if (/only/.test(sentence)) return false;
      return /even|equal|shar|split|spread|distribut|1 ?\//.test(sentence) ? true : null;
    },
  },
  {
    id: 'one-number',
    about: [globally, /\b(?:one|single|a) (?:single )?(?:number|value|scalar)/, /channel|feature map|filter/],
    holds: () => true,
  },
  {
    id: 'own-channel',
    about: [pooling, /channels?\b|\bdepth\b/],
    holds: (sentence) => {
      if (mixesChannels.test(sentence)) return false;
      return /keep|preserv|unchanged|independent|separate|\bown\b|stay|same|each|per/.test(sentence)
        ? true
        : null;
    },
  },
  {
    id: 'global-mean',
    about: [globally, /mean|averages?\b/, /height|width|spatial|channels?\b/],
    holds: (sentence) => !/(?:over|across|of) (?:the |all )?channels?/.test(sentence),
  },
  {
    id: 'any-size',
    about: [
      globally,
      /any (?:\w+ )?size|variable|arbitrary|different(?:ly)? (?:\w+ )?size|fixed (?:\w+ )?size/,
    ],
    holds: (sentence) => !/fixed/.test(sentence),
  },
  {
    id: 'adaptive-size',
    about: [/adaptive/, /output[ _]size|size of the output|fixed (?:\w+ )?(?:size|output)/],
    holds: (sentence) => (/regardless|whatever|any|fixed|always|independent/.test(sentence) ? true : null),
  },
  {
    id: 'data-format',
    about: [/channels[_ ](?:last|first)|channel order|data[_ ]format/, /default/],
    holds: (sentence, framework) => {
      const last = /channels[_ ]last/.test(sentence);
      if (framework === 'torch' || /torch/.test(sentence)) return !last;
      return last;
    },
  },
];

const negation = /\b(?:no|not|never|without|cannot|zero|neither|nor)\b|n't\b|n’t\b/;

/** Decides a general statement; null where no rule is on it, or it hangs on what was not said. */
export function ruleOn(text: string, framework: FrameworkId | null): Ruling | null {
  const sentence = text.toLowerCase().replace(/\s+/g, ' ');
  const rule = rules.find(({ about }) => about.every((pattern) => pattern.test(sentence)));
  const holds = rule?.holds(sentence, framework) ?? null;
  if (!rule || holds === null) return null;
  return { rule: rule.id, right: holds !== isNegated(rule.id, sentence) };
}

/** "Does not change the size" says the same as "keeps it", and zeros may be what is padded with. */
function isNegated(id: RuleId, sentence: string): boolean {
  switch (id) {
    case 'max-padding':
      return negation.test(sentence.replace(/\bzeros?\b/g, ''));
    case 'default-stride':
      return negation.test(sentence.replace(/not (?:given|set|specified)/g, ''));
    case 'same-size':
      return negation.test(sentence.replace(/(?:not|n't|n’t) chang/g, 'keep'));
    case 'valid-formula':
    case 'same-formula':
      return /\bnot\b|n't\b/.test(sentence);
    case 'no-weights':
      return negation.test(sentence) || /\b0 (?:\w+ )?(?:param|weight)/.test(sentence);
    default:
      return negation.test(sentence);
  }
}
