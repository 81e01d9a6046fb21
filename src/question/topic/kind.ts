import type { TopicCues } from './cue.ts';

/** Cues of the topics around kinds of pooling, learning through it, and other layers. */
export const kindCues: readonly TopicCues[] = [
  {
    topic: 'adaptive-pooling',
    cues: [
      ['adaptive', 6],
      [
        'adaptiveavgpool1d|adaptiveavgpool2d|adaptiveavgpool3d|adaptivemaxpool1d|adaptivemaxpool2d|adaptivemaxpool3d|adaptiveaveragepooling2d|adaptiveaveragepooling1d|adaptivemaxpooling2d',
        6,
      ],
      ['pyramid|spp', 5],
      ['bin|bins', 3],
      ['fixed ~2 output ~1 size', 3],
      ['output_size', 2],
    ],
    terms: 'adaptive bins pyramid output_size',
  },
  {
    topic: 'max-vs-average',
    cues: [
      [
        'max|maximum|maxpool|maxpooling|maxpooling2d|maxpool2d ~3 or|vs|versus|than|and|against|over ~2 avg|average|mean|avgpool|averagepooling|averagepooling2d|avgpool2d',
        5,
      ],
      [
        'avg|average|mean|avgpool|averagepooling|averagepooling2d|avgpool2d ~3 or|vs|versus|than|and|against|over ~2 max|maximum|maxpool|maxpooling|maxpooling2d|maxpool2d',
        5,
      ],
      ['which|what pooling|kind|type ~4 best|better|use|choose|pick|prefer|suited', 4],
      ['when ~5 max|average|avg ~5 prefer|use|better|choose', 4],
      ['prefer|choose|better|pick ~6 max|average|avg|mean', 3],
      ['why ~4 max|average|avg|mean ~6 not|instead|rather|over', 4],
      ['type|kind ~1 pooling', 3],
      ['edge|edges|texture|background|smooth|noise|sharp|bright|dark ~8 max|average|avg|pool|pooling', 2],
      ['max|average|avg|pool|pooling ~8 edge|edges|texture|background|smooth|noise|sharp|bright|dark', 2],
    ],
    terms: 'max average choose better prefer difference',
  },
  {
    topic: 'parameters',
    cues: [
      [
        'parameter|parameters|param|params|weight|weights ~7 pool|pooling|gap|global|globalaveragepooling2d|maxpooling2d|flatten',
        4,
      ],
      [
        'pool|pooling|gap|global|globalaveragepooling2d|maxpooling2d|flatten ~7 parameter|parameters|param|params|weight|weights',
        4,
      ],
      ['learn|learns|learned|learnable|trainable|train|trained ~5 pool|pooling', 4],
      ['pool|pooling ~6 learn|learns|learned|learnable|trainable|train|trained', 4],
      ['how many parameter|parameters|param|params|weight|weights', 4],
      ['trainable|learnable parameter|parameters|param|params|weight|weights', 4],
      ['number|count of parameter|parameters|param|params|weight|weights', 3],
      ['parameter|parameters|params ~1 count', 3],
      ['# parameter|parameters|params|weights', 2],
      ['model . summary', 2],
      ['backprop|update ~3 weights', 1],
    ],
    terms: 'parameters weights trainable learnable params count zero',
  },
  {
    topic: 'gradient',
    cues: [
      ['gradient|gradients|grad|grads', 5],
      [
        'backward|backprop|backpropagation|backpropagate|backpropagates|backpropagated|derivative|derivatives',
        5,
      ],
      ['chain rule', 3],
      ['differentiable|differentiate', 4],
    ],
    terms: 'gradient backward backpropagation derivative flow route',
  },
  {
    topic: 'ties',
    cues: [
      ['tie|ties|tied', 5],
      ['equal|same|identical|two|several|multiple ~3 max|maximum|maxima|largest|maximums', 4],
      ['max|maximum|maxima|largest ~4 equal|same|twice|identical|duplicate', 4],
      ['two|both|several|all ~3 value|values|cells|entries|numbers ~3 equal|same|identical', 3],
      ['constant|flat region|patch|window', 2],
    ],
    terms: 'tie ties equal maxima same first',
  },
  {
    topic: 'unpooling',
    cues: [
      [
        'unpool|unpooling|unpooled|unpools|maxunpool1d|maxunpool2d|maxunpool3d|maxunpool|max_unpool2d|max_unpool1d',
        6,
      ],
      ['return_indices', 6],
      ['undo|invert|inverse|reverse|reversing|opposite ~4 pool|pooling|maxpool|max', 5],
      ['index|argmax ~5 max|pool|pooling|maxpool', 3],
      ['argmax', 3],
      ['switch variables', 4],
      ['segnet|deconvnet', 4],
    ],
    terms: 'unpooling indices return_indices inverse argmax',
  },
  {
    topic: 'receptive-field',
    cues: [
      ['receptive', 6],
      ['field of view', 4],
      ['how much|far ~3 image|input|pixels ~3 see|sees|look|looks|cover', 4],
      ['see|sees|depends|depend|cover|covers ~4 input|image pixels|region|patch', 2],
    ],
    terms: 'receptive field view stride product jump',
  },
  {
    topic: 'invariance',
    cues: [
      ['invariant|invariance|equivariant|equivariance', 5],
      [
        'translation|translations|translate|shift|shifts|shifted|shifting|moved|moving ~8 image|pixel|object|input|invariance|pooling|pool|robust',
        4,
      ],
      ['robust ~6 shift|translation|movement|position|moving', 4],
      ['why ~3 pool|pooling|downsample|downsampling|subsample', 3],
      ['purpose|point|use|good|reason|need|idea|goal|benefit ~5 pool|pooling|downsampling', 3],
      ['pool|pooling ~3 for|do|does|good|purpose|help|necessary|needed', 2],
      ['what is|are|does max|average? pool|pooling', 2],
      ['downsample|downsampling|subsample|subsampling', 2],
      ['small|one|few pixel|pixels ~3 shift|left|right|move', 3],
      ['position|location ~5 matter|matters|lost|lose|information', 2],
    ],
    terms: 'invariance invariant shift translation robust downsampling purpose',
  },
  {
    topic: 'layer-order',
    cues: [
      [
        'before|after ~3 relu|activation|activations|batchnorm|batchnormalization|bn|normalisation|normalization|dropout|conv|convolution',
        4,
      ],
      [
        'relu|activation|batchnorm|batchnormalization|bn|normalisation|normalization|dropout ~4 before|after|first|then|and ~3 pool|pooling|maxpool|max',
        4,
      ],
      [
        'pool|pooling|maxpool ~4 before|after|first|then|and ~4 relu|activation|batchnorm|batchnormalization|bn|dropout|normalization',
        4,
      ],
      ['order of|between? ~6 pool|pooling|relu|layer|layers|activation', 4],
      ['order', 2],
      ['strided|stride conv|convolution|convolutions', 4],
      ['conv|convolution|convolutions ~5 instead|replace|replacing|rather ~4 pool|pooling', 4],
      ['pool|pooling ~6 as|instead|replace|replaced|replacing|rather ~5 conv|convolution|convolutions', 4],
      ['average|avg pooling ~4 as|like|a|is ~4 conv|convolution|filter|blur', 3],
      ['conv|convolution ~6 write|express|same|equivalent|average', 2],
      ['box|blur', 2],
      ['dropout', 2],
      ['1x1|1 x 1 conv|convolution', 2],
    ],
    terms: 'order before after relu activation batchnorm dropout convolution strided commute swap',
  },
  {
    topic: 'special-pooling',
    cues: [
      ['lppool|lppool1d|lppool2d|lppool3d|lp', 6],
      ['fractional|fractionalmaxpool2d|fractionalmaxpool3d|fractional_max_pool', 6],
      ['min|minimum pool|pooling', 6],
      ['minpool|minpooling', 6],
      [
        'gem|stochastic|mixed|median|sum|l2|rms|norm|softpool|attention|roi|power|generalized|generalised pool|pooling',
        5,
      ],
      ['norm_type', 5],
      ['depthwise|depth wise|channel pool|pooling', 4],
      ['max pool|pooling ~3 over|across channel|channels', 4],
      ['roialign|roipool|blurpool|netvlad', 5],
    ],
    terms: 'lppool fractional min minimum stochastic norm special sum gem',
  },
  {
    topic: 'nan-values',
    cues: [
      ['nan|nans', 6],
      ['infinity|inf|infinite|infs', 2],
      ['not a number', 6],
    ],
    terms: 'nan infinity values',
  },
  {
    topic: 'linear-in-features',
    cues: [
      ['in_features|infeatures', 6],
      ['in features', 5],
      ['mat1|mat2', 6],
      ['size mismatch', 4],
      ['first|next|following|which|what|how ~4 linear|dense|fc|fully', 3],
      ['linear|dense|fc layer? ~6 size|shape|input|expects|expect|need|needs|mismatch|dimension', 3],
      [
        'flatten|flattened|flattening ~6 size|features|length|units|linear|dense|inputs|many|number|neurons',
        4,
      ],
      ['how many|big ~3 feature|features|inputs|units|neurons|values ~5 flatten|linear|dense|fc', 4],
      ['where ~3 # come|comes', 3],
      ['nn . linear', 4],
      ['view|reshape - # #', 2],
      ['lazylinear', 4],
    ],
    terms: 'linear dense in_features flatten flattened fc mismatch multiplied',
  },
  {
    topic: 'framework-convert',
    cues: [
      ['keras|tensorflow|tf ~8 torch|pytorch', 4],
      ['torch|pytorch ~8 keras|tensorflow|tf', 4],
      ['onnx|caffe|flax|jax|mlx|coreml|tflite', 4],
      [
        'equivalent|counterpart|version|analog|analogue|name|called|translate|translation|convert|port|porting|write|written ~5 torch|pytorch|keras|tensorflow|tf',
        5,
      ],
      ['torch|pytorch|keras|tensorflow|tf ~3 equivalent|counterpart|version|analogue|name|called', 5],
      ['convert|port|porting|translate|export|exported|migrate|rewrite ~8 to|from|into', 3],
    ],
    terms: 'convert equivalent pytorch keras onnx tensorflow caffe port translate',
  },
];
