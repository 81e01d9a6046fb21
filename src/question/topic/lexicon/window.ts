import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on the sliding window: its size and its steps. */
export const windowCues: readonly TopicCues[] = [
  {
    topic: 'output-size',
    shared: true,
    terms: 'output size shape formula calculate dimension',
    cues: weighted(`
      4 calculation|computation|calculate of? ~4 width|height|size|length|shape
      3 width|height|length|size ~4 rule|formula|equation
      2 rule
      6 2p - f|k
      6 - f|k|p ) / s
      6 / s|stride + 1|one
      4 n - f|k
      4 equation|formula|rule|expression ~7 output|size|height|width|dimension|dims|shape|pool|pooling
      4 n_h|n_w|nh|nw
      4 formula ~5 pool|pooling|size|output
      3 how ~3 calculate|compute|get|derive|determine|find|figure ~6 size|shape|height|width|dimension|dims|output
      3 output|new|resulting height|width|length|size|dimension
      3 how much smaller|shrink
      3 halves|half ~4 size|resolution|height|width|map
      3 which|what pool_size|kernel_size|stride|strides|kernel
      3 minus|plus ~3 stride|kernel|pool
      2 by|what factor
      2 output|out|result|resulting|new|final|feature|map size|shape|dimension|dims|resolution
      2 size|shape|dimension|dims ~3 after|output|result
      2 how big|large|many|small|wide
      2 size|shape ~5 calculate|compute|computed|work
      2 calculate|compute|derive|find|determine ~5 size|shape|dimension
      2 shrink|shrinks|halve|halves|halved|half|downscale|downsample|reduce ~4 size|resolution|map|image|width|height
    `),
  },
  {
    topic: 'default-stride',
    terms: 'strides none default omitted',
    cues: weighted(`
      5 difference ~2 pool_size|kernel_size|window|kernel ~2 stride|strides
      5 only ~2 pool_size|kernel_size|window|kernel
      4 stride|strides ~6 only
      4 only ~3 give|pass|set|specify ~2 size|window|kernel
      6 stride|strides = none
      6 default ~2 stride|strides
      6 stride|strides ~3 equal|equals|same ~3 pool|pool_size|window|kernel|kernel_size
      5 stride|strides ~3 none|default|omitted|missing|unset|unspecified
      4 stride|strides ~6 default|defaults|omitted|optional|required|must|have
      4 default|defaults|must|have|required|need ~6 stride|strides
      4 dont|didnt|not|without|forget|forgot|leave|left|omit|no ~4 stride|strides
      4 no|without stride|strides
      4 stride|strides not given|set|specified|passed|stated
      3 specify|specified|set|give|given|pass|passing|provide ~3 stride|strides
      3 stride|strides ~3 specify|specified|set|unset|empty
      3 stride|strides ~3 same|equal|equals|identical
      3 stride|strides ~4 leave|left|omit|given|specify|specified
      2 stride|strides argument|parameter
    `),
  },
  {
    topic: 'overlapping',
    terms: 'overlap overlapping smaller stride window',
    cues: weighted(`
      6 stride ~3 smaller|less|lower ~3 window|kernel|pool|pool_size
      6 window|pool|kernel ~3 larger|bigger|greater ~3 stride
      5 non overlapping|overlap
      5 overlap|overlapping|overlaps|overlapped|nonoverlapping
      5 window|windows ~3 share|shares|shared|sharing
      4 pixel|pixels|cells|value|values ~4 twice|several|times|shared|again
      4 neighbouring|neighboring|adjacent|consecutive window|windows|patches
      4 window|windows ~4 twice|several|shared|share|common|intersect
      4 disjoint|nonoverlapping
      2 windows moving|shifted|sliding|move by
      2 stride|strides ~3 1|one|2|two ~3 3x3|3|three
      1 stride 1
    `),
  },
  {
    topic: 'non-square',
    shared: true,
    terms: 'rectangular square height width unequal',
    cues: weighted(`
      5 vertical|horizontal|vertically|horizontally only
      5 only vertical|horizontal|vertically|horizontally
      4 window|kernel|pool|filter ~3 # x # possible|allowed|ok|legal|valid
      5 different ~4 height|vertical|vertically ~3 width|horizontal|horizontally
      5 non square
      5 not square
      5 rectangular|rectangle|nonsquare|asymmetric|anisotropic
      5 different|unequal|other ~2 height ~2 width
      5 height ~3 width ~3 different|differ|unequal
      4 only|just ~4 height|width|horizontal|vertical|horizontally|vertically|frequency|axis|direction|rows|columns
      4 pool_size|kernel_size|kernel ~3 tuple|different|unequal|two
      3 one|single direction|axis|dimension|side
      3 tuple
      3 two|2 different number|numbers|value|values|size|sizes
      3 only ~3 height|width|horizontally|vertically|frequency
      2 # x # window|kernel|pool ~4 allowed|ok|possible|legal|fine
      2 wide|widescreen|panorama|portrait|landscape image|photo
      2 spectrogram|spectrograms
    `),
  },
  {
    topic: 'too-small-error',
    shared: true,
    terms: 'negative dimension small too subtracting output error',
    cues: weighted(`
      5 negative output|size|shape|dimension
      4 too small for|after
      6 negative dimension|dimensions
      5 smaller than ~3 window|kernel|pool_size|pool|filter
      5 output|size|map ~4 too small
      5 zero or negative
      5 smaller than ~2 kernel|window|pool
      5 kernel|window|pool|pool_size ~4 bigger|larger|greater ~3 input|map|image
      5 too many pool|pooling|pools
      5 subtract|subtracting # from #
      4 map|image|input|feature ~4 too small
      4 window|kernel|filter|pool ~4 doesnt|not|wont ~2 fit
      4 shrink|shrinks|shrunk ~4 zero|nothing|0
      4 too many|much ~2 pool|pools|pooling|poolings|maxpool|maxpools|downsampling|layers
      4 minimum|smallest input|image size
      3 zero|0 size|sized|dimension
      3 too small
      2 too ~1 deep|large ~4 pool|window|kernel
    `),
  },
];
