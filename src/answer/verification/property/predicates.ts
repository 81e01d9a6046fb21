import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Holds, RuleId } from './rule.ts';
import type { Subject } from './subject.ts';

/** What a predicate hangs on besides its subject. */
export interface Said {
  readonly framework: FrameworkId | null;
  readonly byDefault: boolean;
}

/** Something that is said of a layer; `says` matches all that stands behind the subject in the normal form. */
export interface Predicate {
  readonly says: RegExp;
  /** How far it holds of a subject; null where that is not known here. */
  readonly holds: (subject: Subject, said: Said) => Holds | null;
  readonly rule: (subject: Subject) => RuleId;
  /** It stays true with "only". */
  readonly exclusive?: true;
}

const adjectives =
  '(?:trainable |learnable |learned |free |extra |additional |new |own |internal |any |model |tunable )*';
const weight = '(?:weight|parameter|bias)(?: (?:and|or) (?:weight|parameter|bias))?';
const count = '(?:(?:total )?(?:number|count|amount) of )?';
const sizeWord = '(?:height and width|width and height|spatial dimension|spatial size|resolution)';
const kept = '(?: (?:unchanged|constant|intact|as it be|as they be|same|alone|untouched))?';
const spot =
  '(?:(?:in|of|from|over|within|inside|for|across|per) (?:each |every )?(?:sliding |pooling |local |2x2 )?(?:window|region|patch|block|neighbourhood|neighborhood|receptive field|pool|area)(?: of (?:cell|value|pixel|number|input|feature map))?)';
const map =
  '(?:(?:in|of|from|over|within|for|across|per) (?:each |every )?(?:feature map|channel|map|spatial dimension|spatial axis|height and width|width and height|all position|all spatial position|channel feature map))';
const value = '(?: (?:value|element|activation|number|pixel|one|cell|entry))?';

const pools = (subject: Subject): boolean => subject.kind === 'pooling' && subject.window !== 'unpool';
const ofPooling = (holds: Holds) => (subject: Subject) => (pools(subject) ? holds : null);
const always = (rule: RuleId) => (): RuleId => rule;

const weights = (subject: Subject): Holds => {
  switch (subject.kind) {
    case 'pooling':
    case 'flatten':
    case 'dropout':
    case 'activation':
      return 'never';
    case 'dense':
    case 'convolution':
    case 'normalization':
      return 'always';
  }
};
const weightRule = ({ kind }: Subject): RuleId =>
  kind === 'pooling'
    ? 'no-weights'
    : kind === 'dense' || kind === 'convolution' || kind === 'normalization'
      ? 'has-weights'
      : 'no-weights';
const opposite = (holds: Holds | null): Holds | null =>
  holds === 'always' ? 'never' : holds === 'never' ? 'always' : holds;

/** True of the pooling that reduces by `reduce`, false of the other kinds that are known. */
const ofReduce =
  (reduce: 'max' | 'average') =>
  (subject: Subject): Holds | null => {
    if (subject.kind !== 'pooling' || subject.window === 'unpool') return null;
    if (subject.reduce !== 'max' && subject.reduce !== 'average') return null;
    return subject.reduce === reduce ? 'always' : 'never';
  };
const reduceRule = (subject: Subject): RuleId =>
  subject.kind === 'pooling' && subject.reduce === 'max' ? 'takes-maximum' : 'takes-average';

const isGlobal = (subject: Subject): boolean => subject.kind === 'pooling' && subject.window === 'global';
const isLocal = (subject: Subject): boolean => subject.kind === 'pooling' && subject.window === 'local';

/** What is said of layers, one line a wording. */
export const predicates: readonly Predicate[] = [
  // Weights.
  {
    says: new RegExp(
      `^(?:have|contain|use|add|introduce|require|need|learn|train|involve|come with|bring|store) ${adjectives}${weight}(?: (?:to (?:learn|train|be learned|be trained)|to (?:model|network)|of (?:it|they) own|at all|that be (?:learned|trained)))?$`,
    ),
    holds: weights,
    rule: weightRule,
  },
  {
    says: /^be (?:trainable|learnable|learned|trained)(?: (?:layer|operation))?$|^(?:learn|train) (?:anything|something)(?: (?:during training|from data))?$|^have (?:anything|something) to (?:learn|train)$/,
    holds: weights,
    rule: weightRule,
  },
  {
    says: /^be (?:(?:parameter|weight)(?: ?- ?| )free|parameterless|weightless|without (?:any )?(?:trainable |learnable )?(?:parameter|weight)|non ?- ?trainable)(?: (?:layer|operation))?$|^(?:learn|train) nothing$|^have nothing to (?:learn|train)$|^(?:work|operate) without (?:any )?(?:trainable |learnable )?(?:parameter|weight)$/,
    holds: (subject) => opposite(weights(subject)),
    rule: weightRule,
  },
  {
    says: new RegExp(
      `^(?:reduce|cut|lower|decrease|shrink|save|cut down) ${count}${adjectives}(?:weight|parameter)(?: (?:in|of|for) (?:following |next |subsequent |later |final |last |classification |dense |classifier |fully connected |head )*(?:layer|classifier|head|network|model))?(?: (?:compared (?:to|with)|versus|over) flatten(?:ing)?)?$`,
    ),
    holds: (subject) => (isGlobal(subject) ? 'always' : null),
    rule: always('fewer-weights'),
  },
  // Channels and batch.
  {
    says: new RegExp(
      `^(?:keep|preserve|maintain|retain|leave|conserve) (?:${count}channel|channel (?:number|dimension|count|axis|depth)|depth|number of feature map)${kept}$|^have same number of (?:channel|output channel) as (?:its |it )?input$`,
    ),
    holds: ofPooling('always'),
    rule: always('own-channel'),
  },
  {
    says: new RegExp(
      `^(?:change|alter|affect|modify|touch|halve|reduce|double|decrease|increase|shrink|collapse|merge|cut) (?:${count}channel|channel (?:number|dimension|count|axis|depth)|depth|number of feature map)$`,
    ),
    holds: ofPooling('never'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:operate|work|act|be (?:applied|computed|done|performed|run)|pool|happen|apply|process|treat|handle|run)(?: on| to| over)? (?:each|every|all) (?:channel|feature map|depth slice)(?: (?:independently|separately|on it own|individually|alone|by itself))?$|^(?:operate|work|act|be applied|be computed|pool|process)(?: (?:independently|separately))(?: (?:on|for|over|per|to|across|within|in))? (?:each |every |all )?channel$|^(?:operate|work|act|pool|be (?:computed|applied|done))(?: per| channel ?- ?wise| channelwise)(?: channel)?$|^(?:treat|process|handle) (?:each |every |all )?channel (?:independently|separately)$/,
    holds: ofPooling('always'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:mix|combine|blend|average|merge|pool|reduce|sum|be (?:computed|applied|taken))(?: (?:over|across|along|between|information across|information between))? (?:different |all )?(?:channel|channel (?:dimension|axis)|depth)$|^(?:average|pool|reduce|be computed) (?:over|across|along) (?:channel|channel (?:dimension|axis))$|^be (?:average|mean|maximum) (?:over|across|of|along) (?:all )?channel$/,
    holds: ofPooling('never'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:change|alter|affect|reduce|modify|touch) batch(?: (?:size|dimension|axis))?$/,
    holds: ofPooling('never'),
    rule: always('batch-kept'),
  },
  {
    says: new RegExp(`^(?:keep|preserve|maintain|leave) batch(?: (?:size|dimension|axis))?${kept}$`),
    holds: ofPooling('always'),
    rule: always('batch-kept'),
  },
  // What one window gives.
  {
    says: new RegExp(
      `^(?:take|pick|select|choose|return|output|keep|compute|use|give|find|extract|calculate|retain|propagate|be) (?:maximum|largest|strongest)${value}(?: (?:${spot}|${map}))?$`,
    ),
    holds: ofReduce('max'),
    rule: reduceRule,
  },
  {
    says: new RegExp(
      `^(?:take|return|output|compute|use|give|find|calculate|be) (?:average|mean)${value}(?: (?:of (?:all )?value )?(?:${spot}|${map}))?$|^(?:average|take average of|compute mean of) (?:all )?(?:value|element|activation|cell|number)(?: (?:${spot}|${map}))?$`,
    ),
    holds: ofReduce('average'),
    rule: reduceRule,
  },
  {
    says: new RegExp(
      `^(?:take|pick|select|choose|return|output|keep|compute|use|give|find|calculate|be) (?:minimum|smallest|lowest|sum|median|last|first)${value}(?: (?:${spot}|${map}))?$`,
    ),
    holds: (subject) => (ofReduce('max')(subject) === null ? null : 'never'),
    rule: reduceRule,
  },
  // Global pooling.
  {
    says: /^(?:give|return|output|produce|leave|keep|yield|compute) (?:one|single|1)(?: single)? (?:number|value|scalar|average|maximum|activation|feature) (?:per|for each|for every|for|in each|of each) (?:channel|feature map|filter|map)$|^(?:reduce|collapse|turn|squeeze|compress|map|convert|summari[sz]e|shrink) (?:each|every) (?:channel|feature map|map|spatial map|2d feature map) (?:to|into|in|by) (?:one|single|1)(?: single)? (?:number|value|scalar)$/,
    holds: (subject) => (isGlobal(subject) ? 'always' : isLocal(subject) ? 'never' : null),
    rule: (subject) => (isLocal(subject) ? 'valid-size' : 'one-number'),
  },
  {
    says: new RegExp(
      `^(?:average|pool|reduce|take (?:mean|average)|be (?:mean|average|computed|taken)|compute (?:mean|average))(?: (?:over|across|along|of))? (?:all )?(?:${sizeWord}|spatial axis|spatial position|position|entire feature map|feature map|each feature map)(?: (?:for|of|in) each channel| per channel)?$`,
    ),
    holds: (subject) =>
      subject.kind === 'pooling' && subject.window === 'global' && subject.reduce === 'average'
        ? 'always'
        : null,
    rule: always('global-mean'),
  },
  {
    says: new RegExp(
      `^(?:remove|drop|eliminate|collapse|discard|get rid of|squeeze(?: out)?) (?:both )?(?:${sizeWord}|spatial axis)$|^have (?:${sizeWord}|spatial axis) left$`,
    ),
    holds: (subject, { framework }) => dropsAxes(subject, framework),
    rule: always('drops-axes'),
  },
  {
    says: /^(?:accept|take|work (?:with|for|on|at)|handle|allow|support|can process|process|fit|be (?:applied|used) (?:to|on|with)) (?:input of |image of |map of )?(?:any|variable|arbitrary|different|varying|all|every)(?: ?- ?sized?)?(?: (?:input|image|spatial|feature map|map))*(?: (?:size|resolution|shape|dimension|input))*$/,
    holds: anySize,
    rule: sizeRule,
  },
  {
    says: /^(?:require|need|fix|expect|demand|force|have|assume|only work (?:with|for)|work only (?:with|for)) (?:input of )?(?:fixed|constant|specific|certain|one|known)(?: ?- ?sized?)?(?: (?:input|image|spatial|feature map|map))*(?: (?:size|resolution|shape|dimension|input))*$/,
    holds: (subject) => opposite(anySize(subject)),
    rule: sizeRule,
  },
  // Adaptive pooling.
  {
    says: /^(?:give|return|output|produce|yield|have|guarantee|force) (?:fixed|same|given|requested|specified|chosen|constant|target|desired)(?: ?- ?sized?)?(?: output)?(?: (?:size|shape|output))?(?: (?:for any input(?: size)?|regardless of input(?: size)?|whatever input(?: size)?(?: be)?|for all input size|of input size|independent of input size|no matter input size))?$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.window === 'adaptive' ? 'always' : null),
    rule: always('adaptive-size'),
  },
  // Padding.
  {
    says: /^(?:pad|fill|treat padding|use|pad (?:border|edge|input|map))(?: (?:border|edge|input|map))?(?: (?:with|as|by))? (?:zero|0)(?: padding)?(?: value)?$|^(?:treat|count|consider) (?:padding|padded (?:cell|value|pixel|position)) (?:as|like) (?:zero|0)$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.reduce === 'max' ? 'never' : null),
    rule: always('max-padding'),
  },
  {
    says: /^(?:pad|fill|use|pad (?:border|edge|input|map))(?: (?:border|edge|input|map))?(?: (?:with|as|by))? (?:-|−|minus |negative )?(?:∞|inf|infinity)(?: padding)?$|^(?:treat|count|consider) padding (?:as|like) (?:-|−|minus |negative )(?:∞|inf|infinity)$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.reduce === 'max' ? 'always' : null),
    rule: always('max-padding'),
  },
  {
    says: /^(?:count|include|average|consider|use|take into account|divide by) (?:padding|padded (?:cell|zero|value|pixel|position|element)|zero padding|zero|padding (?:cell|zero|value|pixel))(?: (?:in|into|when computing|for|towards) (?:average|mean|divisor|denominator|averaging|calculation|computation|window))?(?: too| as well)?$/,
    holds: countsPadding,
    rule: paddingRule,
  },
  {
    says: /^(?:ignore|exclude|skip|leave out|disregard|omit) (?:padding|padded (?:cell|zero|value|pixel|position|element)|zero padding|padding (?:cell|zero|value|pixel))(?: (?:in|from|when computing|for) (?:average|mean|divisor|denominator|averaging|calculation|computation))?$|^divide by (?:number of )?(?:real|actual|valid|non ?- ?padded) (?:cell|value|element|pixel)(?: only| alone)?$/,
    holds: (subject, said) => opposite(countsPadding(subject, said)),
    rule: paddingRule,
  },
  // Gradient.
  {
    says: /^(?:,? ?(?:in backward pass )?gradient )?(?:pass|route|send|go|flow|be (?:passed|routed|sent)|propagate|backpropagate|give|assign)(?: (?:all )?gradient)?(?: (?:to|through|back to|for))? (?:maximum|largest|winning|winner|argmax|maximal|max)(?: (?:value|element|cell|input|position|activation|pixel|entry|one))?(?: (?:of|in|from|within) (?:each |every )?window)?$/,
    holds: (subject) => ofReduce('max')(subject),
    rule: gradientRule,
    exclusive: true,
  },
  {
    says: /^(?:,? ?(?:in backward pass )?gradient )?(?:be )?(?:split|spread|share|shared|distribute|distributed|divide|divided|pass|passed|send|sent|go)(?: gradient)? ?(?:evenly|equally|uniformly)?(?: (?:among|over|across|between|to|for))?(?: (?:all|every|each))*(?: (?:cell|input|element|value|position|pixel|entry))?(?: (?:of|in|within) (?:each |every |pooling )?window)?(?: (?:evenly|equally|uniformly))?$/,
    holds: (subject) => opposite(ofReduce('max')(subject)),
    rule: gradientRule,
  },
  {
    says: /^be (?:sub)?differentiable(?: (?:operation|function|layer|almost everywhere|with respect to (?:it )?input))?$|^allow (?:gradient to flow|backpropagation)$|^(?:let|allow) gradient (?:to )?(?:pass|flow)(?: through)?$/,
    holds: ofPooling('always'),
    rule: always('differentiable'),
  },
  {
    says: /^be differentiable everywhere$/,
    holds: (subject) =>
      subject.kind !== 'pooling'
        ? null
        : subject.reduce === 'average'
          ? 'always'
          : subject.reduce === 'max'
            ? 'never'
            : null,
    rule: always('differentiable'),
  },
  { says: /^(?:block|stop|kill) (?:all )?gradient$/, holds: ofPooling('never'), rule: gradientRule },
  {
    says: /^be linear(?: (?:operation|function|layer|map|operator|filter))?(?: (?:of|in) (?:it )?input)?$/,
    holds: linear,
    rule: (subject) => (linear(subject) === 'never' ? 'not-linear' : 'linear'),
  },
  {
    says: /^be non ?- ?linear(?: (?:operation|function|layer|map|operator|filter))?$|^(?:add|introduce) (?:non ?- ?linearity|nonlinearity)$|^be nonlinear(?: (?:operation|function|layer))?$/,
    holds: (subject) => opposite(linear(subject)),
    rule: (subject) => (linear(subject) === 'never' ? 'not-linear' : 'linear'),
  },
  {
    says: /^(?:and relu commute|commute with relu|and relu can be swapped|and relu be interchangeable)$/,
    holds: (subject) =>
      subject.kind === 'pooling' && subject.reduce === 'max'
        ? 'always'
        : subject.kind === 'pooling' && subject.reduce === 'average'
          ? 'never'
          : null,
    rule: always('commutes'),
  },
  // What is left of the input.
  {
    says: /^be (?:fully |perfectly )?(?:invertible|reversible|lossless|bijective)(?: operation)?$|^preserve all (?:information|detail)$/,
    holds: ofPooling('never'),
    rule: always('loses'),
  },
  {
    says: /^(?:lose|discard|throw away|drop) (?:some )?(?:spatial |position(?:al)? |location )?(?:information|detail)$/,
    holds: ofPooling('always'),
    rule: always('loses'),
  },
  {
    says: /^(?:increase|enlarge|grow|expand|widen) receptive field(?: (?:of (?:later|following|subsequent|deeper) (?:layer|neuron|unit)))?$/,
    holds: (subject) =>
      isLocal(subject) || (subject.kind === 'pooling' && subject.window === null) ? 'always' : null,
    rule: always('receptive-field'),
  },
  {
    says: /^(?:decrease|reduce|shrink) receptive field$/,
    holds: ofPooling('never'),
    rule: always('receptive-field'),
  },
  {
    says: /^(?:overlap|have overlapping window|use overlapping window)$|^window overlap$/,
    holds: (subject, { framework, byDefault }) =>
      isLocal(subject) && byDefault ? strideIsOne(framework) : null,
    rule: always('overlap'),
  },
  {
    says: /^(?:pass|send|give|route) (?:gradient )?to first(?: (?:maximum|one|of them))? (?:on|in case of) tie$/,
    holds: ofReduce('max'),
    rule: always('ties'),
  },
];

function dropsAxes(subject: Subject, framework: FrameworkId | null): Holds | null {
  if (subject.kind !== 'pooling') return null;
  if (subject.window === 'local' || subject.window === 'adaptive') return 'never';
  if (subject.window !== 'global') return null;
  const operation = subject.configuration?.operation;
  if (operation?.kind === 'pool' && operation.window.kind === 'global')
    return operation.window.keepdims ? 'never' : 'always';
  const own = subject.framework ?? framework;
  return own === 'onnx' ? 'never' : own === 'keras' || own === 'tensorflow' || own === null ? 'always' : null;
}

function anySize(subject: Subject): Holds | null {
  if (subject.kind === 'dense') return 'never';
  if (subject.kind !== 'pooling') return null;
  return subject.window === 'global' || subject.window === 'adaptive' ? 'always' : null;
}

function sizeRule(subject: Subject): RuleId {
  return subject.kind === 'dense' ? 'fixed-size' : 'any-size';
}

function linear(subject: Subject): Holds | null {
  if (subject.kind === 'convolution' || subject.kind === 'dense' || subject.kind === 'flatten')
    return 'always';
  if (subject.kind === 'activation') return 'never';
  if (subject.kind !== 'pooling') return null;
  return subject.reduce === 'average'
    ? 'always'
    : subject.reduce === 'max' || subject.reduce === 'min'
      ? 'never'
      : null;
}

/** Whether an average counts padded cells, by framework and by the layer's own argument. */
function countsPadding(subject: Subject, { framework }: Said): Holds | null {
  if (subject.kind !== 'pooling' || subject.window === 'global') return null;
  if (subject.reduce === 'max') return 'never';
  if (subject.reduce !== 'average') return null;
  const operation = subject.configuration?.operation;
  const own = subject.framework ?? framework;
  const told = subject.configuration?.args.count_include_pad;
  if (told && operation?.kind === 'pool' && operation.window.kind === 'local') {
    return operation.window.divisor.kind === 'real' ? 'never' : 'always';
  }
  switch (own) {
    case 'keras':
    case 'tensorflow':
    case 'onnx':
      return 'never';
    case 'torch':
    case 'flax':
    case 'mlx':
    case 'caffe':
      return 'always';
    case 'jax':
    case null:
      return null;
  }
}

function paddingRule(subject: Subject): RuleId {
  return subject.kind === 'pooling' && subject.reduce === 'max' ? 'max-padding' : 'count-padding';
}

function gradientRule(subject: Subject): RuleId {
  return subject.kind === 'pooling' && subject.reduce === 'max' ? 'max-gradient' : 'average-gradient';
}

/** Where a stride left out is one, windows overlap; elsewhere it is the window. */
export function strideIsOne(framework: FrameworkId | null): Holds {
  return framework === 'onnx' || framework === 'flax' || framework === 'caffe' ? 'always' : 'never';
}
