import {
  type Configuration,
  configure,
  type FrameworkId,
  findLayers,
  type LayerFamily,
} from '../../../frameworks/index.ts';
import { readQuestion } from '../../../question/index.ts';
import { layersIn } from '../layers.ts';

/** What a general statement is on: a kind of pooling, a layer in code, or another kind of layer. */
export type Subject =
  | {
      readonly kind: 'pooling';
      /** Null where any will do: "pooling", "global pooling". */
      readonly reduce: LayerFamily['reduce'] | null;
      readonly window: LayerFamily['window'] | null;
      readonly framework: FrameworkId | null;
      /** In code with its arguments, or told in words. */
      readonly configuration: Configuration | null;
      readonly name: string | null;
    }
  | { readonly kind: 'dense' | 'convolution' | 'flatten' | 'dropout' | 'normalization' | 'activation' };

const placeholder = 'layer0';

/** A sentence with its one layer in code put aside, so that the words can be read alone. */
export interface WithoutCode {
  readonly sentence: string;
  readonly subject: Subject | null;
  /** More than one layer in code, or one that is not known. */
  readonly unclear: boolean;
}

/** Takes the layer in code out of a sentence. */
export function withoutCode(sentence: string): WithoutCode {
  const layers = layersIn(sentence);
  const [layer, other] = layers;
  if (!layer) return { sentence, subject: null, unclear: false };
  if (other) return { sentence, subject: null, unclear: true };
  const subject = subjectInCode(layer.text);
  const replaced = `${sentence.slice(0, layer.start)}${placeholder}${sentence.slice(layer.end)}`;
  return { sentence: replaced, subject, unclear: subject === null };
}

function subjectInCode(code: string): Subject | null {
  const name = code.replace(/\(.*/s, '');
  const [layer] = findLayers(name);
  if (!layer) {
    if (/Dense$|Linear$/.test(name)) return { kind: 'dense' };
    if (/Conv\dd$/i.test(name)) return { kind: 'convolution' };
    if (/Flatten$/.test(name)) return { kind: 'flatten' };
    if (/Dropout/.test(name)) return { kind: 'dropout' };
    if (/BatchNorm/.test(name)) return { kind: 'normalization' };
    return /ReLU$|Softmax$|Sigmoid$|Tanh$/.test(name) ? { kind: 'activation' } : null;
  }
  const [call] = readQuestion({ text: code, prefer: 'explain' }).calls;
  const configuration = call && code.includes('(') ? configure(call.layer, call.given) : null;
  if (configuration && !configuration.ok) return null;
  return { kind: 'pooling', ...layer.family, framework: layer.framework, configuration, name: layer.name };
}

const pool = (reduce: LayerFamily['reduce'] | null, window: LayerFamily['window'] | null): Subject => ({
  kind: 'pooling',
  reduce,
  window,
  framework: null,
  configuration: null,
  name: null,
});

const tail = '(?: (?:\\dd|layer|operation|op|function|filter|itself))*';
const nouns: readonly (readonly [string, Subject])[] = [
  [
    `(?:global|gap) average pool(?:ing)?|gap|globalaveragepooling|global mean pooling|global average`,
    pool('average', 'global'),
  ],
  ['global maximum pool(?:ing)?|gmp|global maxpool(?:ing)?', pool('max', 'global')],
  ['adaptive average pool(?:ing)?', pool('average', 'adaptive')],
  ['adaptive maximum pool(?:ing)?', pool('max', 'adaptive')],
  ['adaptive pool(?:ing)?', pool(null, 'adaptive')],
  ['global pool(?:ing)?', pool(null, 'global')],
  [
    '(?:local |windowed |standard |regular |plain |normal )?(?:maximum(?: |-)?pool(?:ing)?|maxpool(?:ing)?)',
    pool('max', 'local'),
  ],
  [
    '(?:local |windowed |standard |regular |plain |normal )?(?:(?:average|mean)(?: |-)?pool(?:ing)?|avgpool(?:ing)?|averagepool(?:ing)?)',
    pool('average', 'local'),
  ],
  ['(?:local|windowed) pool(?:ing)?', pool(null, 'local')],
  ['pool(?:ing)?', pool(null, null)],
  ['average(?= (?:count|include|ignore|exclude|divide|consider|skip) )', pool('average', 'local')],
  [
    'flatten(?:ing)? (?:followed by|and then|then|and|\\+) (?:dense|fully connected|linear)',
    { kind: 'dense' },
  ],
  ['(?:fully(?: |-)connected|connected|dense|linear|fc)', { kind: 'dense' }],
  ['conv(?:olution(?:al)?)?', { kind: 'convolution' }],
  ['flatten(?:ing)?', { kind: 'flatten' }],
  ['dropout', { kind: 'dropout' }],
  ['batch ?(?:norm|normali[sz]ation)', { kind: 'normalization' }],
  ['relu|softmax|sigmoid', { kind: 'activation' }],
];
const noun = nouns.map(
  ([pattern, subject]) => [new RegExp(`^(?:${pattern})${tail}(?= |$)`), subject] as const,
);

/** The subject at the start of a normal form, and what is said of it. */
export function splitSubject(
  text: string,
  coded: Subject | null,
  before: Subject | null,
  several = false,
): { readonly subject: Subject; readonly rest: string } | null {
  const plain = text.replace(
    /^(?:(?:each|every|any|all|this|these|such|in|with|for|during|using|output of|result of|operation|layer) )+(?=[a-z])/,
    '',
  );
  const behind =
    /^layer0 (?:followed by|and then|then|and|\+) (?:dense|fully connected|linear)(?: layer)?(?= |$)/.exec(
      plain,
    );
  if (coded?.kind === 'flatten' && behind)
    return { subject: { kind: 'dense' }, rest: plain.slice(behind[0].length).trim() };
  if (coded && plain.startsWith(placeholder)) {
    return {
      subject: coded,
      rest: plain
        .slice(placeholder.length)
        .replace(/^(?: (?:layer|operation))+/, '')
        .trim(),
    };
  }
  for (const [pattern, subject] of noun) {
    const found = pattern.exec(plain);
    if (found) return { subject, rest: plain.slice(found[0].length).trim() };
  }
  const both = /^(?:both|they both|both of (?:them|these))(?: (?:layer|operation|of them))?(?= |$)/.exec(
    text,
  );
  if (both && several) return { subject: pool(null, null), rest: text.slice(both[0].length).trim() };
  const back = /^(?:it|they|this|that|these|layer|this layer|operation)(?= |$)(?: (?:layer|operation))?/.exec(
    text,
  );
  return back && before ? { subject: before, rest: text.slice(back[0].length).trim() } : null;
}
