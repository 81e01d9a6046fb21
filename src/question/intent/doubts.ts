import { findPhrases, phrasesOf } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';

/** Why wording alone shows that something can't be computed. */
export type Doubt =
  /** Only training can tell. */
  | 'training-result'
  | 'random-draw'
  /** Something of the asker's that the text does not show. */
  | 'unseen'
  /** A complaint without what it is about. */
  | 'complaint'
  | 'opinion'
  | 'homework';

const doubts = phrasesOf<Doubt>([
  [
    'compute|calculate|give|show|tell|evaluate ~8 my|our|this|attached photo|image|picture|xray|scan|slide|sample',
    'unseen',
  ],
  ['did|does my|our ~2 fractional|stochastic|random', 'random-draw'],
  ['which|what ~6 my|our ~2 fractional|stochastic|random', 'random-draw'],
  ['value|values|output|outputs|result|results|map ~9 patient|subject|xray|scan|mri', 'unseen'],
  ['more|less accurate', 'training-result'],
  ['reduce|shorten|speed|save|cut|halve ~3 training|train ~1 time', 'training-result'],
  ['not|isnt|doesnt|stopped learn|learning|converge|converging|improving', 'training-result'],
  ['overfit|overfitting ~6 how much', 'training-result'],
  ['which|what ~1 seed', 'random-draw'],
  [
    'what|which|how|will|would|get|gets|better|higher|lower|best|improve|improves|increase|increases|drop|drops|boost|gain|lose|more|less ~5 accuracy|accurate|auc|f1|precision|recall|accuracies|perplexity|mape|iou|map50',
    'training-result',
  ],
  [
    'accuracy|auc|f1|precision|recall|iou ~5 will|would|get|better|higher|lower|improve|increase|drop|go|be',
    'training-result',
  ],
  ['validation|val|train|training|test|final loss|error|score|accuracy', 'training-result'],
  ['what|which|lower|higher|better|reduce ~3 loss ~3 get|expect|will|would|be', 'training-result'],
  [
    'will|would|gonna|going ~5 overfit|overfitting|underfit|converge|generalise|generalize|diverge',
    'training-result',
  ],
  ['how long|fast ~6 train|training|epoch|converge|take', 'training-result'],
  ['how much|many ~3 faster|slower|epoch|epochs|quicker', 'training-result'],
  ['train|training|converge ~3 faster|slower|longer|quicker', 'training-result'],
  ['win|beat|improve|rank ~4 kaggle|leaderboard|competition', 'training-result'],
  [
    'which|what ~3 random|randomly|exact ~4 pick|picked|chose|chosen|choose|drawn|draw|sample|sampled|use|used|select|selected',
    'random-draw',
  ],
  [
    'which|what ~1 region|window|cell|row|column|seed|position ~6 picked|chose|chosen|drawn|sampled|selected',
    'random-draw',
  ],
  ['random|randomly ~6 my|last|this run|seed|experiment|training', 'random-draw'],
  ['predict|reproduce|know ~4 random', 'random-draw'],
  [
    'value|values|number|numbers|output|result|entry|entries ~6 my|our|this|attached ~2 xray|image|picture|photo|scan|dataset|data|batch|slide|spectrogram|cat|dog|file|model|network|net',
    'unseen',
  ],
  [
    'my|our|this|attached xray|image|picture|photo|scan|dataset|data|file ~4 value|values|pooled|give|return|output',
    'unseen',
  ],
  ['see|look|open|check ~2 screenshot|attachment|notebook|colab|link|repo|file', 'unseen'],
  ['in|for|of my|our|your run|notebook|experiment|checkpoint|dataset|kernel', 'unseen'],
  ['wrong|broken|weird|strange|incorrect|unexpected|off|failing|crashing', 'complaint'],
  ['doesnt|not|isnt|wont|dont|never work|working|run|running|match|fit|compile|train', 'complaint'],
  ['error|exception|crash|crashes|fail|fails|failed|bug|traceback', 'complaint'],
  ['fix|debug|repair|solve my|this|the|it', 'complaint'],
  ['what|where|whats ~2 wrong', 'complaint'],
  ['not ~1 what|as i|we want|wanted|expect|expected', 'complaint'],
  ['best|favourite|favorite|nicest|coolest framework|library|optimizer|gpu', 'opinion'],
  ['do you like|prefer|think', 'opinion'],
  ['pass|passing|fail ~3 assignment|exam|course|quiz|class', 'opinion'],
  ['is|are my|our|this ~2 good|fine|bad|enough|nice', 'opinion'],
  ['write|do|solve|finish|complete|submit ~3 assignment|homework|quiz|exam|exercise|lab', 'homework'],
]);

/** Every doubt that the wording raises. */
export function findDoubts(tokens: readonly Token[]): ReadonlySet<Doubt> {
  return new Set(findPhrases(doubts, tokens).map(({ value }) => value));
}
