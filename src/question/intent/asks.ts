import { findPhrases, phrasesOf } from '../words/phrases.ts';
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

const asks = phrasesOf<Ask>([
  ['output|out|resulting|result|final|new|feature|map shape|size|dims|dimension|resolution', 'shape'],
  ['shape|size|dims|dimension|resolution ~3 output|result|after|out', 'shape'],
  ['what|which|whats|wats|get|give|tell shape|size|dims|dimension', 'shape'],
  ['whats|what is|are|will|would the|my|its? shape|size|dims|dimension', 'shape'],
  ['how big|large|wide|tall|small', 'shape'],
  ['what ~2 come|comes out', 'shape'],
  ['compute|calculate|evaluate|work ~3 value|values|mean|means|result|output|pooled', 'values'],
  ['what|which|give|show|list ~3 value|values|number|numbers|means|maxima', 'values'],
  ['gradient|grad|backward|backprop|derivative', 'gradient'],
  ['index|argmax|position ~3 max|maximum', 'indices'],
  ['with|return|returned|give index', 'indices'],
  ['difference|differences|differ|differs|distinction|compare|comparison|contrast', 'difference'],
  ['vs|versus', 'difference'],
  ['distinguish|distinguishes|separates|differentiates', 'difference'],
  ['name|equivalent|counterpart|version|word ~2 for|of', 'convert'],
  ['pros and cons', 'difference'],
  ['which|what ~3 better|best', 'difference'],
  ['better|worse than|or', 'difference'],
  ['same|identical thing|result|output|value|as|layer|operation|number', 'equality'],
  ['the same', 'equality'],
  ['same ?', 'equality'],
  ['equivalent|identical|equal|interchangeable|equals|equivalence', 'equality'],
  ['is|are|was that|this|it|these|my ~4 right|correct|true|wrong|ok|okay', 'verify'],
  ['am i|we right|correct|wrong', 'verify'],
  ['is|are ~8 right|correct', 'verify'],
  ['right|correct ?', 'verify'],
  ['check my|this|the|his|her|if|whether', 'verify'],
  ['verify|verification|doublecheck', 'verify'],
  ['double check', 'verify'],
  [
    'i|we|he|she|they|colleague|friend|chatgpt|gpt|book|solution|quiz|key get|got|gets|think|believe|say|says|said|claim|claims|claimed',
    'verify',
  ],
  ['did i|we get|do|compute|calculate', 'verify'],
  [
    'which|what pool_size|kernel_size|kernel|stride|strides|window|padding|arguments|settings|setting|parameters ~4 give|gives|get|gets|produce|need|needed|turn|turns|make|makes|reach|yield|yields|go|map|maps|bring|brings|reduce|shrink|take',
    'solve',
  ],
  [
    'which|what pool|pooling|layer|window|kernel|stride ~3 give|gives|get|gets|produce|turn|turns|make|makes|yield|yields|bring|brings|take|takes',
    'solve',
  ],
  [
    'what|which pool|kernel|window|filter size|stride ~4 give|gives|get|gets|produce|need|turn|turns|make|makes|reach|yield|yields|use|to',
    'solve',
  ],
  [
    'how do|can|could|would|should i|we|you get|go|come|turn|reduce|shrink|bring|downsample|pool ~7 from|to|into|out',
    'solve',
  ],
  ['what|how do|should|must|can i|we set|choose|pick|use ~5 get|reach|obtain|end', 'solve'],
  ['want|need|needs|wants to? ~5 become|be|get|end|output|result|reduce|shrink', 'solve'],
  ['go|get|going from # x|to', 'solve'],
  ['which|what pool_size|kernel_size|kernel|stride|strides|window|padding ?', 'solve'],
  [
    'which|what pool_size|kernel_size|kernel|stride|strides|window|padding do|should|must|would|could ~2 need|use|choose|pick|set|take',
    'solve',
  ],
  ['all|each|every|intermediate|the shape|size ~2 please|layer|step|stage|after', 'trace'],
  ['all|every|intermediate shape|shapes|sizes', 'trace'],
  ['after each|every layer|step|pool|stage', 'trace'],
  ['layer by layer', 'trace'],
  ['step by step', 'trace'],
  ['list them|all|each', 'trace'],
  ['in_features', 'trace'],
  ['trace|walk through?', 'trace'],
  ['equivalent|counterpart|version|analogue|analog|pendant ~2 in|for|of', 'convert'],
  ['called|named|spelled|written|write|say ~3 in', 'convert'],
  ['convert|translate|port|porting|rewrite|migrate|export', 'convert'],
  ['one to one', 'convert'],
  ['how ~5 in|to|for torch|pytorch|keras|tensorflow|onnx|flax|jax|mlx|caffe', 'convert'],
  ['which|what ~3 in|for torch|pytorch|keras|tensorflow|onnx|flax|jax|mlx|caffe', 'convert'],
  ['why|explain|meaning|eli5|intuition|purpose|reason|understand|confused', 'explain'],
  ['what is|are|does|do|happens|happen|means|mean', 'explain'],
  ['how does|do|is|are|can|come|would|should', 'explain'],
  ['when|where|who|which|should|can|does|do|is|are|will|would', 'explain'],
  ['whats|wats|hows|whys', 'explain'],
  ['tell|teach|help me', 'explain'],
  ['difference|good for', 'explain'],
  ['formula|equation', 'formula'],
  ['compute|calculate|evaluate|apply', 'compute'],
  ['why|explain|explained|meaning|reason|purpose|understand', 'why'],
  ['how ~4 calculate|compute|determine|find|derive|work', 'formula'],
  ['is|are there ~4 in', 'convert'],
  ['does|do|has torch|pytorch|keras|tensorflow|onnx have|has', 'convert'],
  ['need|want it|this|that in', 'convert'],
]);

/** Everything that the wording asks for. */
export function findAsks(tokens: readonly Token[]): ReadonlySet<Ask> {
  return new Set(findPhrases(asks, tokens).map(({ value }) => value));
}
