import type { TopicCues } from './cue.ts';

/** Cues of the topics around global pooling and what follows it. */
export const globalCues: readonly TopicCues[] = [
  {
    topic: 'global-vs-local',
    cues: [
      ['global|globally ~3 local|windowed|normal|regular|plain|ordinary|usual', 5],
      ['local|windowed|normal|regular|plain|ordinary|usual ~3 global|globally', 5],
      ['global pooling ~5 vs|versus|or|and|against|than pooling', 3],
      [
        'difference ~4 gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d',
        3,
      ],
      ['globalaveragepooling2d|globalavgpool2d ~3 averagepooling2d|avgpool2d', 5],
      ['averagepooling2d|avgpool2d ~3 globalaveragepooling2d|globalavgpool2d', 5],
      ['gap ~3 averagepooling2d|averagepooling|avgpool|avgpool2d', 5],
      ['globalmaxpooling2d|globalmaxpool2d|gmp ~3 maxpooling2d|maxpool2d', 5],
      ['maxpooling2d|maxpool2d ~3 globalmaxpooling2d|globalmaxpool2d|gmp', 5],
      ['one|single number|value per|each channel|map', 2],
      ['whole|entire map|image ~4 window', 2],
    ],
    terms: 'global local windowed whole entire difference',
  },
  {
    topic: 'gap-vs-flatten',
    shared: true,
    cues: [
      [
        'flatten|flattening|flattened ~5 gap|global|globalaveragepooling2d|globalmaxpooling2d|globalaveragepooling',
        5,
      ],
      [
        'gap|global|globalaveragepooling2d|globalmaxpooling2d|globalaveragepooling ~6 flatten|flattening|flattened',
        5,
      ],
      ['instead|replace|replacing|swap|swapping|swapped of? flatten|flattening', 4],
      ['flatten ~3 or|vs|versus|instead', 2],
      ['dense|linear|fc layer? ~2 after ~2 gap|global|globalaveragepooling2d', 4],
      ['flatten ~4 pool|pooling', 2],
    ],
    terms: 'flatten flattening head classifier dense',
  },
  {
    topic: 'gap-output-shape',
    cues: [
      [
        'output|shape|size|dimension|dims|rank ~4 gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d',
        4,
      ],
      [
        'gap|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalmaxpooling2d ~5 output|shape|size|give|return|produce|vector',
        3,
      ],
      ['global pooling ~4 output|shape|return|give|produce|vector|dimension', 3],
      ['output|shape|size ~3 global', 3],
      ['why ~4 2d|vector|flat|two ~5 global|gap', 2],
    ],
    terms: 'global gap vector output shape squeeze',
  },
  {
    topic: 'keepdims',
    cues: [
      ['keepdims|keep_dims|keepdim|keep_dim', 6],
      ['keep|keeping|kept ~5 dim|dims|dimension|dimensions', 4],
      ['keep|keeping|kept|preserve|preserving|retain the? spatial? dim|dims|dimension|axis|rank', 4],
      ['1x1|1 x 1 ~4 global|gap|instead|rank|vector|squeeze', 1],
      ['lose|drop|loses|drops|missing|disappear|vanish|gone ~3 dimension|axis|dims|rank|height', 2],
      ['broadcast|broadcasting', 1],
    ],
    terms: 'keepdims keep dims rank squeeze excite broadcast',
  },
  {
    topic: 'why-gap',
    cues: [
      [
        'why|reason|advantage|benefit|point|purpose|good ~9 gap|global|globalaveragepooling2d|globalaveragepooling|globally',
        4,
      ],
      ['end|finish|last|final|before ~5 global|gap|globalaveragepooling2d', 2],
      ['gap|global ~5 end|last|final|finish|classifier|softmax', 2],
      [
        'gap|global ~5 overfit|overfitting|regulariser|regularizer|regularization|regularisation|regularise|regularize',
        4,
      ],
      ['network in network', 3],
      ['spatial|location|position information|info|detail|layout', 3],
      ['dense|linear|fc layer? ~2 after ~2 gap|global|globalaveragepooling2d', 3],
      [
        'regularizing|regularising|regulariser|regularizer|regularise|regularize|regularization|regularisation ~4 gap|global',
        5,
      ],
      ['gap|global pooling|average ~6 hurt|harm|bad|lose|worse|disadvantage|drawback', 3],
      ['when ~4 not ~4 gap|global', 3],
    ],
    terms: 'why gap overfit regularise classifier end advantage benefit',
  },
  {
    topic: 'architectures',
    shared: true,
    cues: [
      ['densenet|densenet121|densenet169|densenet201', 4],
      ['resnet|resnet18|resnet34|resnet50|resnet101|resnet152|resnext', 4],
      ['inception|inceptionv3|googlenet|googlelenet|xception|inceptionresnetv2', 4],
      ['mobilenet|mobilenetv1|mobilenetv2|mobilenetv3|efficientnet|efficientnetb0|squeezenet|shufflenet', 4],
      ['lenet|lenet5|alexnet|vgg|vgg16|vgg19|c3d|zfnet|nin|unet', 4],
      ['network|net|model|architecture ~4 famous|well|known|modern|popular|classic', 2],
      ['squeeze and? excitation|excite', 2],
      ['convnext|vit|swin|yolo', 1],
    ],
    terms:
      'densenet resnet inception mobilenet lenet alexnet vgg c3d efficientnet xception googlenet squeezenet architecture',
  },
  {
    topic: 'variable-input-size',
    shared: true,
    cues: [
      [
        'different|various|varying|variable|arbitrary|any|all|other|multiple|mixed|several|changing input|image|photo|picture|sequence|sentence? size|length|resolution|shape',
        4,
      ],
      ['size|length|resolution|shape ~4 vary|varies|differ|differs|change|changes', 4],
      ['any|arbitrary|variable|varying|different ~2 size|resolution|length', 3],
      ['without|no|need resize|resizing|cropping', 3],
      ['none none', 1],
      ['fixed|same input|image? size|resolution', 2],
      ['bigger|larger|smaller|other image|picture|photo|input', 1],
      ['train|trained ~6 test|predict|inference|run ~5 size|resolution|#', 2],
      ['trained|train on|with|at # x #', 4],
      ['larger|smaller|bigger|different than|from ~2 training|train', 4],
      ['test|inference|new images|photos|pictures|data ~2 larger|smaller|bigger|different', 4],
      ['adapt|accept|take|handle|feed|work ~5 size|resolution|length', 2],
    ],
    terms: 'variable size sizes resize resolution any images photos lengths fixed',
  },
  {
    topic: 'global-max',
    cues: [
      ['global|globally max|maximum', 5],
      [
        'gmp|gmp2d|globalmaxpooling1d|globalmaxpooling2d|globalmaxpooling3d|globalmaxpool1d|globalmaxpool2d|globalmaxpool3d|globalmaxpool|adaptivemaxpool2d',
        5,
      ],
      ['max|maximum over|of the? whole|entire|all', 3],
      ['max|maximum over time', 4],
    ],
    terms: 'global max maximum peak',
  },
  {
    topic: 'reduce-mean',
    shared: true,
    cues: [
      ['reduce_mean|reducemean', 6],
      ['tf|np|torch . mean', 4],
      ['x|t|tensor|out|feature . mean', 4],
      ['mean|average over|across|along|on axis|dims|dim|height', 4],
      ['mean|average axis|dim = ', 4],
      ['np mean', 4],
      ['axis|dim ~4 mean|average', 2],
      ['just|simply|only|plain|merely|nothing ~3 mean|average', 3],
      ['einops', 2],
      ['with|in|using|only plain? numpy|np', 5],
      ['amax|reduce_max', 3],
    ],
    terms: 'reduce_mean mean axis numpy equivalent lambda',
  },
  {
    topic: 'cam',
    cues: [
      ['cam|cams|gradcam', 6],
      ['grad cam', 6],
      ['class activation map|mapping', 6],
      ['heatmap|heat|saliency|localise|localize|localisation|localization map?', 3],
      ['where ~4 network|net|model looks|look|looking', 4],
    ],
    terms: 'cam class activation heatmap localisation',
  },
];
