import { findPhrases, phrasesIn } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';

/** Why wording alone shows that something can't be computed. */
export type Doubt =
  /** Only training can tell. */
  | 'training-result'
  /** Only a stopwatch on the asker's machine can tell. */
  | 'run-time'
  | 'random-draw'
  /** Something of the asker's that the text does not show. */
  | 'unseen'
  /** A complaint without what it is about. */
  | 'complaint'
  | 'opinion'
  /** Papers, downloads, installing: about the field, not about pooling. */
  | 'elsewhere'
  | 'homework';

const doubts = phrasesIn<Doubt>({
  unseen: `
    what|how ~2 does|is|are|do|did my|our ~1 pooled|pooling|feature ~1 map|maps|output|image|layer|values look
    what|which ~2 is|are the? output|result|value|values of|from my|our ~2 pooling|pool|layer|network|model|net|cnn
    average|mean|max|maximum|pooling|averages ~2 of|over my|our feature|image|photo|picture|map|maps
    which|what|where|how ~4 my|our ~2 pool|pooling|maxpool ~2 find|found|drop|dropped|keep|kept|choose|chose|select|selected
    which|what ~2 dropped|kept|selected|chosen|found|removed ~2 by|in my|our
    uploaded|attached|posted image|picture|photo|file|scan?
    image|picture|photo|file|scan i uploaded|attached|posted|sent
    next image|sample|batch|picture
    compute|calculate|give|show|tell|evaluate ~8 my|our|this|attached photo|image|picture|xray|scan|slide|sample
    value|values|output|outputs|result|results|map ~9 patient|subject|xray|ray|scan|mri
    my|our|this|the chest|x|patient|mri|ct ~9 value|values|output|result|map
    value|values|number|numbers|output|result|entry|entries ~6 my|our|this|attached ~2 xray|image|picture|photo|scan|dataset|data|batch|slide|spectrogram|cat|dog|file|model|network|net
    my|our|this|attached xray|image|picture|photo|scan|dataset|data|file ~4 value|values|pooled|give|return|output
    see|look|open|check ~2 screenshot|attachment|notebook|colab|link|repo|file
    in|for|of my|our|your run|notebook|experiment|checkpoint|dataset|kernel
  `,
  'random-draw': `
    which|what ~2 random ~7 use|used|pick|picked|draw|drew|chose|choose
    did|does my|our ~2 fractional|stochastic|random
    which|what ~6 my|our ~2 fractional|stochastic|random
    which|what ~1 seed
    which|what ~3 random|randomly|exact ~4 pick|picked|chose|chosen|choose|drawn|draw|sample|sampled|use|used|select|selected
    which|what ~1 region|window|cell|row|column|seed|position ~6 picked|chose|chosen|drawn|sampled|selected
    random|randomly ~6 my|last|this run|seed|experiment|training
    predict|reproduce|know ~4 random
  `,
  'run-time': `
    inference|execution|run|running|computation|forward time|latency|speed
    latency|milliseconds|runtime|fps|throughput
    how fast|slow is|are|does|do|will
    faster|slower|quicker than
    how long does|do|will ~4 pool|pooling|layer take
  `,
  'training-result': `
    accuracy|auc|dice|val_loss|val_accuracy|map50|fscore|kappa
    how well|good|accurate ~7 do|does|work|works|perform|performs
    best|better|higher|highest ~3 dice|accuracy|auc|f1|iou|score|performance
    more|less accurate
    reduce|shorten|speed|save|cut|halve ~3 training|train ~1 time
    loss ~4 not|never|doesnt|isnt|wont ~1 go|going|goes|down|fall|falling|drop|dropping|decrease|decreasing
    loss|accuracy|metrics ~2 stuck|plateau|plateaus|explodes
    not|isnt|doesnt|stopped learn|learning|converge|converging|improving
    overfit|overfitting ~6 how much
    what|which|how|will|would|get|gets|better|higher|lower|best|improve|improves|increase|increases|drop|drops|boost|gain|lose|more|less ~5 accuracy|accurate|auc|f1|precision|recall|accuracies|perplexity|mape|iou|map50
    accuracy|auc|f1|precision|recall|iou ~5 will|would|get|better|higher|lower|improve|increase|drop|go|be
    validation|val|train|training|test|final loss|error|score|accuracy
    what|which|lower|higher|better|reduce ~3 loss ~3 get|expect|will|would|be
    will|would|gonna|going ~5 overfit|overfitting|underfit|converge|generalise|generalize|diverge
    how long|fast ~6 train|training|epoch|converge|take
    how much|many ~3 faster|slower|epoch|epochs|quicker
    train|training|converge ~3 faster|slower|longer|quicker
    win|beat|improve|rank ~4 kaggle|leaderboard|competition
  `,
  complaint: `
    wrong|broken|weird|strange|incorrect|unexpected|off|failing|crashing
    doesnt|not|isnt|wont|dont|never work|working|run|running|match|fit|compile|train
    error|exception|crash|crashes|fail|fails|failed|bug|traceback
    fix|debug|repair|solve my|this|the|it
    what|where|whats ~2 wrong
    not ~1 what|as i|we want|wanted|expect|expected
  `,
  opinion: `
    best|favourite|favorite|nicest|coolest framework|library|optimizer|gpu
    do you like|prefer|think
    pass|passing|fail ~3 assignment|exam|course|quiz|class
    is|are my|our|this ~2 good|fine|bad|enough|nice
  `,
  elsewhere: `
    install|installing|installation|download|downloads|downloading|pip|conda
    paper|papers pdf|link|download
    pretrained|trained weights
    tflite|coreml|tensorrt|openvino
    cortex|brain|biology|retina
  `,
  homework: `
    write|do|solve|finish|complete|submit ~3 assignment|homework|quiz|exam|exercise|lab
  `,
});

/** Every doubt that the wording raises. */
export function findDoubts(tokens: readonly Token[]): ReadonlySet<Doubt> {
  return new Set(findPhrases(doubts, tokens).map(({ value }) => value));
}
