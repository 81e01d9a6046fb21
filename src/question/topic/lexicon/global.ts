import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on what sets global pooling apart. */
export const globalCues: readonly TopicCues[] = [
  {
    topic: 'global-vs-local',
    terms: 'global local windowed whole entire difference',
    cues: weighted(`
      5 global|globally ~3 local|windowed|normal|regular|plain|ordinary|usual
      5 local|windowed|normal|regular|plain|ordinary|usual ~3 global|globally
      5 globalaveragepooling2d|globalavgpool2d ~3 averagepooling2d|avgpool2d
      5 averagepooling2d|avgpool2d ~3 globalaveragepooling2d|globalavgpool2d
      5 gap ~3 averagepooling2d|averagepooling|avgpool|avgpool2d
      5 globalmaxpooling2d|globalmaxpool2d|gmp ~3 maxpooling2d|maxpool2d
      5 maxpooling2d|maxpool2d ~3 globalmaxpooling2d|globalmaxpool2d|gmp
      4 pool_size|window|kernel ~6 as|equal big|large|size|to ~4 map|input|image
      3 pool_size|window|kernel ~9 $gap
      3 $gap ~9 pool_size|window|kernel
      3 global|globally ~8 normal|regular|usual|plain|standard|simple|classic
      3 normal|regular|usual|plain|standard|simple|classic ~8 global|globally
      3 why|what ~3 called|name|named global
      3 special|extreme case
      3 global pooling ~5 vs|versus|or|and|against|than pooling
      3 difference ~4 gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d
      2 each|every|one feature? map ~4 number|value|scalar
      2 one|single number|value per|each channel|map
      2 whole|entire map|image ~4 window
    `),
  },
  {
    topic: 'gap-vs-flatten',
    shared: true,
    terms: 'flatten flattening head classifier dense',
    cues: weighted(`
      4 why|not|just|simply ~2 flatten|flattening
      3 flatten ~6 conv|feature|map|output
      5 flatten|flattening|flattened ~5 gap|global|globalaveragepooling2d|globalmaxpooling2d|globalaveragepooling
      5 gap|global|globalaveragepooling2d|globalmaxpooling2d|globalaveragepooling ~6 flatten|flattening|flattened
      4 flatten ~9 $gap
      4 $gap ~9 flatten
      4 without|avoid|skip|remove|drop flatten|flattening
      4 instead|replace|replacing|swap|swapping|swapped of? flatten|flattening
      4 dense|linear|fc layer? ~2 after ~2 gap|global|globalaveragepooling2d
      3 head ~5 flatten|gap|global|dense
      3 flatten ~4 dense ~6 gap|global
      2 which|what head
      2 flatten ~3 or|vs|versus|instead
      2 flatten ~4 pool|pooling
    `),
  },
  {
    topic: 'gap-output-shape',
    terms: 'global gap vector output shape squeeze',
    cues: weighted(`
      4 output|shape|size|dimension|dims|rank ~4 gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d
      3 gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d ~5 output|shape|size|give|return|produce|vector
      3 global pooling ~4 output|shape|return|give|produce|vector|dimension
      3 output|shape|size ~3 global
      2 $gap ~9 2d|vector|rank|dimension|dimensions|dims|shape
      2 rank 2|4|two|four
      2 one|single vector|value|number ~3 channel|map|feature
      2 why ~4 2d|vector|flat|two ~5 global|gap
      1 none , c|channels|#
    `),
  },
  {
    topic: 'keepdims',
    terms: 'keepdims keep dims rank squeeze excite broadcast',
    cues: weighted(`
      3 ( b|n , 1 , 1
      4 multiply|multiplied|scale ~6 map|channel|channels
      6 keepdims|keep_dims|keepdim|keep_dim
      4 1 , 1 ,
      4 stay|stays|remain|keep ~2 4d|rank
      4 excitation
      4 keep|keeping|kept ~5 dim|dims|dimension|dimensions
      4 keep|keeping|kept|preserve|preserving|retain the? spatial? dim|dims|dimension|axis|rank
      3 squeeze|unsqueeze|expand_dims
      3 se block|module
      2 1 x 1 x
      2 4d|rank ~6 global|gap|globalaveragepooling2d
      2 lose|drop|loses|drops|missing|disappear|vanish|gone ~3 dimension|axis|dims|rank|height
      1 1x1|1 x 1 ~4 global|gap|instead|rank|vector|squeeze
      1 broadcast|broadcasting
    `),
  },
  {
    topic: 'why-gap',
    terms: 'why gap overfit regularise classifier end advantage benefit',
    cues: weighted(`
      5 regularizing|regularising|regulariser|regularizer|regularise|regularize|regularization|regularisation ~4 gap|global
      4 $gap ~6 harm|harmful|hurt|hurts|bad|worse|fail|fails|avoid|problem|problematic|unsuitable
      4 harm|harmful|hurt|hurts|bad|worse|fail|fails|avoid|problem|problematic|unsuitable ~6 $gap
      4 instead|rather|replace|replaces|replaced ~4 dense|fc|fully ~6 $gap
      4 $gap ~4 instead|rather|replace|replaces|replaced ~4 dense|fc|fully
      4 $gap ~6 advantage|benefit|better|good|help|helps|useful|popular|motivation|reason|purpose|point
      4 motivation|reason|idea|intuition ~6 gap|global
      4 why|reason|advantage|benefit|point|purpose|good ~9 gap|global|globalaveragepooling2d|globalaveragepooling|globally
      4 gap|global ~5 overfit|overfitting|regulariser|regularizer|regularization|regularisation|regularise|regularize
      5 why ~6 average|avg|global ~1 pooling|pool ~3 end|last|top
      3 network in network
      3 spatial|location|position information|info|detail|layout
      3 dense|linear|fc layer? ~2 after ~2 gap|global|globalaveragepooling2d
      3 gap|global pooling|average ~6 hurt|harm|bad|lose|worse|disadvantage|drawback
      3 when ~4 not ~4 gap|global
      2 drawback|downside|disadvantage|weakness
      2 less|fewer parameters|weights|params
      2 end|finish|last|final|before ~5 global|gap|globalaveragepooling2d
      2 gap|global ~5 end|last|final|finish|classifier|softmax
      1 overfit|overfitting
    `),
  },
  {
    topic: 'global-max',
    terms: 'global max maximum peak',
    cues: weighted(`
      5 global|globally max|maximum
      5 gmp|gmp2d|globalmaxpooling1d|globalmaxpooling2d|globalmaxpooling3d|globalmaxpool1d|globalmaxpool2d|globalmaxpool3d|globalmaxpool|adaptivemaxpool2d
      4 max ~2 whole|entire|full|all|everything
      4 global ~3 max|maximum
      4 max|maximum over time
      3 max|maximum over|of the? whole|entire|all
      2 strongest|highest|largest|peak activation|response|value|feature
    `),
  },
  {
    topic: 'reduce-mean',
    shared: true,
    terms: 'reduce_mean mean axis numpy equivalent lambda',
    cues: weighted(`
      5 mean ( axis|dim
      5 average ( axis
      3 enough|suffices ~4 layer
      4 mean ~3 instead|enough|suffice|suffices
      6 reduce_mean|reducemean
      5 k . mean
      5 mean over|across spatial
      5 with|in|using|only plain? numpy|np
      4 tf|np|torch . mean
      4 x|t|tensor|out|feature . mean
      4 mean|average over|across|along|on axis|dims|dim|height
      4 mean|average axis|dim = 
      4 np mean
      3 lambda
      3 mean|average of|over all|every pixel|pixels|cells|positions|values|entries
      3 same|equal|identical|equivalent ~5 mean|average
      3 just|simply|only|plain|merely|nothing ~3 mean|average
      3 amax|reduce_max
      2 axis|axes =|:
      2 by hand|myself|manually|scratch
      2 axis|dim ~4 mean|average
      2 einops
    `),
  },
];
