import { findPhrases, phrasesIn } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';

/** What a text asks for, by its wording alone. */
export type Ask =
  | 'shape'
  | 'values'
  | 'gradient'
  | 'indices'
  | 'difference'
  | 'equality'
  | 'verify'
  | 'solve'
  | 'trace'
  | 'convert'
  | 'explain'
  | 'formula'
  | 'why'
  /** To be computed, not explained. */
  | 'compute';

const asks = phrasesIn<Ask>({
  shape: `
    output|out|resulting|result|final|new|feature|map shape|size|dims|dimension|resolution
    shape|size|dims|dimension|resolution ~3 output|result|after|out
    what|which|whats|wats|get|give|tell shape|size|dims|dimension
    whats|what is|are|will|would the|my|its? shape|size|dims|dimension
    how big|large|wide|tall|small
    what ~2 come|comes out
    what is|are|will|would the output ?
  `,
  values: `
    compute|calculate|evaluate|work ~3 value|values|mean|means|result|output|pooled
    what|which|give|show|list ~3 value|values|number|numbers|means|maxima
  `,
  gradient: `
    gradient|grad|backward|backprop|derivative
  `,
  indices: `
    index|argmax|position ~3 max|maximum
    with|return|returned|give index
    index ?
  `,
  difference: `
    difference|differences|differ|differs|distinction|compare|comparison|contrast
    vs|versus
    distinguish|distinguishes|separates|differentiates
    pros and cons
    which|what ~3 better|best
    better|worse than|or
  `,
  convert: `
    name|equivalent|counterpart|version|word ~2 for|of
    equivalent|counterpart|version|analogue|analog|pendant ~2 in|for|of
    called|named|spelled|written|write|say ~3 in
    convert|translate|port|porting|rewrite|migrate|export
    one to one
    how ~5 in|to|for torch|pytorch|keras|tensorflow|onnx|flax|jax|mlx|caffe
    which|what ~3 in|for torch|pytorch|keras|tensorflow|onnx|flax|jax|mlx|caffe
    is|are there ~4 in
    does|do|has torch|pytorch|keras|tensorflow|onnx have|has
    need|want it|this|that in
  `,
  equality: `
    same|identical thing|result|output|value|as|layer|operation|number
    the same
    same ?
    equivalent|identical|equal|interchangeable|equals|equivalence
  `,
  verify: `
    is|are|was that|this|it|these|my ~4 right|correct|true|wrong|ok|okay
    am i|we right|correct|wrong
    is|are ~8 right|correct
    right|correct ?
    check my|this|the|his|her|if|whether
    verify|verification|doublecheck
    double check
    i|we|he|she|they|colleague|friend|chatgpt|gpt|book|solution|quiz|key get|got|gets|think|believe|say|says|said|claim|claims|claimed
    did i|we get|do|compute|calculate
  `,
  solve: `
    which|what pool_size|kernel_size|kernel|stride|strides|window|padding|arguments|settings|setting|parameters ~4 give|gives|get|gets|produce|need|needed|turn|turns|make|makes|reach|yield|yields|go|map|maps|bring|brings|reduce|shrink|take
    which|what pool|pooling|layer|window|kernel|stride ~3 give|gives|get|gets|produce|turn|turns|make|makes|yield|yields|bring|brings|take|takes
    what|which pool|kernel|window|filter size|stride ~4 give|gives|get|gets|produce|need|turn|turns|make|makes|reach|yield|yields|use|to
    how do|can|could|would|should i|we|you get|go|come|turn|reduce|shrink|bring|downsample|pool ~7 from|to|into|out
    what|how do|should|must|can i|we set|choose|pick|use ~5 get|reach|obtain|end
    want|need|needs|wants to? ~5 become|be|get|end|output|result|reduce|shrink
    go|get|going from # x|to
    which|what pool_size|kernel_size|kernel|stride|strides|window|padding ?
    which|what pool_size|kernel_size|kernel|stride|strides|padding for
    what is|was|must|should|are|were the pool_size|kernel_size|kernel|stride|strides|window|padding ?
    which|what pool_size|kernel_size|kernel|stride|strides|window|padding do|should|must|would|could ~2 need|use|choose|pick|set|take
  `,
  trace: `
    all|each|every|intermediate|the shape|size ~2 please|layer|step|stage|after
    all|every|intermediate shape|shapes|sizes
    after each|every layer|step|pool|stage
    layer by layer
    step by step
    list them|all|each
    in_features
    trace|walk through?
  `,
  explain: `
    why|explain|meaning|eli5|intuition|purpose|reason|understand|confused
    what is|are|does|do|happens|happen|means|mean
    how does|do|is|are|can|come|would|should
    when|where|who|which|should|can|does|do|is|are|will|would
    whats|wats|hows|whys
    tell|teach|help me
    difference|good for
  `,
  formula: `
    formula|equation
    how ~4 calculate|compute|determine|find|derive|work
  `,
  compute: `
    compute|calculate|evaluate|apply
  `,
  why: `
    how is|are|does|do|will ~7 made|built|chosen|formed|placed|laid|decided|picked|computed|work|works
    why|explain|explained|meaning|reason|purpose|understand
  `,
});

/** Everything that the wording asks for. */
export function findAsks(tokens: readonly Token[]): ReadonlySet<Ask> {
  return new Set(findPhrases(asks, tokens).map(({ value }) => value));
}
