import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on learning through pooling, what it is for and where it stands. */
export const learningCues: readonly TopicCues[] = [
  {
    topic: 'gradient',
    shared: true,
    terms: 'gradient backward backpropagation derivative flow route',
    cues: weighted(`
      5 error signal
      3 error ~3 back|backward|backwards
      6 d ( ~3 ) / d
      5 backpropagated|backpropagating|backproped|autograd|autodiff
      5 gradient|gradients|grad|grads
      5 backward|backprop|backpropagation|backpropagate|backpropagates|backpropagated|derivative|derivatives
      4 jacobian|dout|dx|dy|dl
      4 error|signal ~3 flow|flows|propagate|propagates|back
      4 differentiable|differentiate
      3 train|learn ~3 through pool|pooling
      3 passed|sent|routed|goes|flows|flow back
      3 chain rule
    `),
  },
  {
    topic: 'ties',
    shared: true,
    terms: 'tie ties equal maxima same first',
    cues: weighted(`
      4 same|equal max|maximum|maxima
      3 times the same|equal
      5 tie|ties|tied
      4 identical|equal|same|duplicate ~2 value|values|entries|elements|numbers|activations
      4 more|several|multiple|two|both ~3 maximum|maxima|max|largest
      4 equal|same|identical|two|several|multiple ~3 max|maximum|maxima|largest|maximums
      4 max|maximum|maxima|largest ~4 equal|same|twice|identical|duplicate
      3 all|only zeros|zero|equal|same
      3 constant|flat|uniform window|region|patch|input|area
      3 which|what one|index|position ~4 chosen|picked|wins|returned|taken
      3 two|both|several|all ~3 value|values|cells|entries|numbers ~3 equal|same|identical
      2 twice
      2 constant|flat region|patch|window
    `),
  },
  {
    topic: 'receptive-field',
    terms: 'receptive field view stride product jump',
    cues: weighted(`
      6 receptive
      5 pixel|pixels|inputs|cells ~4 influence|influences|affect|affects|contribute|contributes|reach|seen|see
      5 patch|part|area|region|portion ~9 see|sees|seen|cover|covers|look|looks
      5 how much|large|big|wide|far ~9 see|sees|seen
      4 influence|influences|depends|depend|contribute ~5 output|cell|neuron|unit|pixel|pixels
      4 field ~3 view|vision
      4 field of view
      4 how much|far ~3 image|input|pixels ~3 see|sees|look|looks|cover
      3 jump|effective stride|stride product
      2 context|footprint
      2 see|sees|depends|depend|cover|covers ~4 input|image pixels|region|patch
    `),
  },
  {
    topic: 'invariance',
    shared: true,
    terms: 'invariance invariant shift translation robust downsampling purpose',
    cues: weighted(`
      4 robustness|robust|tolerant|tolerance|insensitive
      4 small|slight|tiny movement|movements|displacement|displacements|shift|shifts|translation|translations
      5 why ~3 shrink|downsample|reduce|downscale|subsample ~4 map|maps|resolution|size|feature|image
      3 movement|movements|displacement
      5 invariant|invariance|equivariant|equivariance
      4 purpose|point|use|role|goal|aim|function|job|idea of? ~3 pool|pooling|downsampling|maxpool
      4 move|moved|moving|moves|shift|shifted|translate|translated|jitter ~4 pixel|pixels|image|picture|object|input|bit|little|slightly
      4 translation|translations|translate|shift|shifts|shifted|shifting|moved|moving ~8 image|pixel|object|input|invariance|pooling|pool|robust
      4 robust ~6 shift|translation|movement|position|moving
      3 why ~6 pool|pooling|downsample|downsampling|subsampling|maxpooling
      3 summarise|summarize|compress|reduce ~4 map|maps|information|size|resolution|memory|computation
      3 necessary|needed|need ~3 pool|pooling
      3 why ~3 pool|pooling|downsample|downsampling|subsample
      3 purpose|point|use|good|reason|need|idea|goal|benefit ~5 pool|pooling|downsampling
      3 small|one|few pixel|pixels ~3 shift|left|right|move
      3 spatial|location|position information|info|detail
      2 rotate|rotated|rotation|rotations|flip|flipped|scale|mirrored
      2 what ~2 pool|pooling layer|layers|do|does|for
      2 pool|pooling ~3 for|do|does|good|purpose|help|necessary|needed
      2 what is|are|does max|average? pool|pooling
      2 downsample|downsampling|subsample|subsampling
      2 position|location ~5 matter|matters|lost|lose|information
    `),
  },
  {
    topic: 'layer-order',
    shared: true,
    terms: 'order before after relu activation batchnorm dropout convolution strided commute swap',
    cues: weighted(`
      5 relu|activation|bn|batchnorm -> pool|pooling|maxpool
      6 batch norm ~4 pool|pooling|maxpool
      6 pool|pooling|maxpool ~4 batch norm
      5 pool|pooling|maxpool -> relu|activation|bn|batchnorm|dropout
      4 reorder|reordered|swap|swapped|swapping|exchange|interchange|switch|commute|commutes|commutative
      4 before|after ~3 relu|activation|activations|batchnorm|batchnormalization|bn|normalisation|normalization|dropout|conv|convolution
      4 relu|activation|batchnorm|batchnormalization|bn|normalisation|normalization|dropout ~4 before|after|first|then|and ~3 pool|pooling|maxpool|max
      4 pool|pooling|maxpool ~4 before|after|first|then|and ~4 relu|activation|batchnorm|batchnormalization|bn|dropout|normalization
      4 order of|between? ~6 pool|pooling|relu|layer|layers|activation
      4 strided|stride conv|convolution|convolutions
      4 conv|convolution|convolutions ~5 instead|replace|replacing|rather ~4 pool|pooling
      4 pool|pooling ~6 as|instead|replace|replaced|replacing|rather ~5 conv|convolution|convolutions
      3 sequence|order ~3 layer|layers|conv|convolution|operations
      3 conv|convolution ~5 weights|kernel|filter # 
      3 # conv|convolution with weights
      3 depthwise conv|convolution
      3 relu|activation|batchnorm|bn|batchnormalization|dropout ~7 pool|pooling|maxpool|maxpooling|gap
      3 pool|pooling|maxpool|maxpooling|gap ~7 relu|activation|batchnorm|bn|batchnormalization|dropout
      3 average|avg pooling ~4 as|like|a|is ~4 conv|convolution|filter|blur
      2 1x1|pointwise
      2 order
      2 conv|convolution ~6 write|express|same|equivalent|average
      2 box|blur
      2 dropout
      2 1x1|1 x 1 conv|convolution
    `),
  },
  {
    topic: 'nan-values',
    shared: true,
    terms: 'nan infinity values',
    cues: weighted(`
      6 not a number
      6 ignore|ignores|propagate|propagates|spread|spreads|infect ~3 nan|nans|inf
      6 nan|nans
      4 empty map|tensor|input|axis
      4 inf|infinity|infinite|overflow ~4 pool|pooling|average|mean|max|value|values|input|map
      2 infinity|inf|infinite|infs
    `),
  },
];
