import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on whole networks: where pooling stands in them and what they take. */
export const networksCues: readonly TopicCues[] = [
  {
    topic: 'architectures',
    shared: true,
    terms:
      'densenet resnet inception mobilenet lenet alexnet vgg c3d efficientnet xception googlenet squeezenet architecture',
    cues: weighted(`
      4 resnets|densenets|inceptions|vggs|mobilenets|efficientnets
      4 transition layer|layers|block
      4 densenet|densenet121|densenet169|densenet201
      4 resnet|resnet18|resnet34|resnet50|resnet101|resnet152|resnext
      4 inception|inceptionv3|googlenet|googlelenet|xception|inceptionresnetv2
      4 mobilenet|mobilenetv1|mobilenetv2|mobilenetv3|efficientnet|efficientnetb0|squeezenet|shufflenet
      4 lenet|lenet5|alexnet|vgg|vgg16|vgg19|c3d|zfnet|nin|unet
      2 stem
      2 which|what|where|how many ~3 pool|pooling|pools layers? ~3 in
      2 include_top
      2 network|net|model|architecture ~4 famous|well|known|modern|popular|classic
      2 squeeze and? excitation|excite
      1 backbone
      1 convnext|vit|swin|yolo
    `),
  },
  {
    topic: 'variable-input-size',
    shared: true,
    terms: 'variable size sizes resize resolution any images photos lengths fixed',
    cues: weighted(`
      4 none , none
      3 resolution ~5 change|changed|different|vary|after|test
      4 change|vary|varying ~4 resolution|size
      4 any|arbitrary|whatever|every|all|different|varying|mixed|several|various ~3 size|sizes|resolution|resolutions|length|lengths|dimensions
      4 size|resolution|dimensions of|the image|images|pictures|input ~4 fixed|matter|constant|change|free|flexible
      4 bigger|larger|smaller|other ~2 image|images|picture|pictures|photos|input ~4 train|trained|training|test
      4 different|various|varying|variable|arbitrary|any|all|other|multiple|mixed|several|changing input|image|photo|picture|sequence|sentence? size|length|resolution|shape
      4 size|length|resolution|shape ~4 vary|varies|differ|differs|change|changes
      4 trained|train on|with|at # x #
      4 feed|use|run|put ~6 trained|train on|with|at #
      4 larger|smaller|bigger|different than|from ~2 training|train
      4 test|inference|new images|photos|pictures|data ~2 larger|smaller|bigger|different
      3 deal|cope|work|handle|process|accept ~4 size|sizes|dimensions|resolution|resolutions|lengths
      3 network|model|net|cnn ~6 arbitrary|any|different|various|varying|variable|all
      3 any|arbitrary|variable|varying|different ~2 size|resolution|length
      3 without|no|need resize|resizing|cropping
      2 include_top
      2 high|low|full resolution
      2 resize|resizing|crop|cropping|rescale
      2 fixed|same input|image? size|resolution
      2 train|trained ~6 test|predict|inference|run ~5 size|resolution|#
      2 adapt|accept|take|handle|feed|work ~5 size|resolution|length
      1 not ~1 square images|photos
      1 none none
      1 bigger|larger|smaller|other image|picture|photo|input
    `),
  },
  {
    topic: 'linear-in-features',
    terms: 'linear dense in_features flatten flattened fc mismatch multiplied',
    cues: weighted(`
      4 linear|dense|fc layer? size|input|dimension
      3 after flatten|flattening
      6 in_features|infeatures
      6 mat1|mat2
      5 in features
      5 how many ~6 flatten|flattening|flattened
      4 input|inputs|in size|features|dimension|units ~4 first|next|dense|linear|classifier|fc
      4 calculate|compute|figure|know|find|get ~5 linear|dense|fc|flatten|in_features
      4 lazy linear
      4 size|shape|dimension|dims ~5 linear|dense|fc
      4 size mismatch
      4 flatten|flattened|flattening ~6 size|features|length|units|linear|dense|inputs|many|number|neurons
      4 how many|big ~3 feature|features|inputs|units|neurons|values ~5 flatten|linear|dense|fc
      4 nn . linear
      4 lazylinear
      3 # input|inputs|feature|features|units|neurons
      3 number|amount|count of input|inputs|features|neurons
      3 classifier|dense|linear|fc ~4 input|inputs|size|expects|needs|wants|shape
      3 first|next|following|which|what|how ~4 linear|dense|fc|fully
      3 linear|dense|fc layer? ~6 size|shape|input|expects|expect|need|needs|mismatch|dimension
      3 where ~3 # come|comes
      2 view|reshape - # #
      1 where ~5 from
    `),
  },
  {
    topic: 'parameters',
    shared: true,
    terms: 'parameters weights trainable learnable params count zero',
    cues: weighted(`
      4 need|needs|require|requires ~2 training|learning|train|weights
      4 training|trained|learns|learn ~3 pool|pooling
      6 param # 0
      4 params|parameters|weights ~3 0|zero|none|no
      4 0|zero|no|any params|parameters|weights
      4 number|count|amount|how many ~3 weights|parameters|params|weight
      4 parameter|parameters|param|params|weight|weights ~7 pool|pooling|gap|global|globalaveragepooling2d|maxpooling2d|flatten
      4 pool|pooling|gap|global|globalaveragepooling2d|maxpooling2d|flatten ~7 parameter|parameters|param|params|weight|weights
      4 learn|learns|learned|learnable|trainable|train|trained ~5 pool|pooling
      4 gap|pool|pooling ~6 learn|learns|learned|learnable|trainable|train|trained
      4 how many parameter|parameters|param|params|weight|weights
      4 trainable|learnable parameter|parameters|param|params|weight|weights
      3 learnable|trainable|learned|trained
      3 saves|save|saving ~4 parameters|weights|params|memory
      3 number|count of parameter|parameters|param|params|weight|weights
      3 parameter|parameters|params ~1 count
      2 summary
      2 # parameter|parameters|params|weights
      2 model . summary
      1 backprop|update ~3 weights
    `),
  },
  {
    topic: 'cam',
    terms: 'cam class activation heatmap localisation',
    cues: weighted(`
      5 visual|visually explanation|explain|interpret
      4 explanation|explain|explaining|interpret|interpreting ~4 decision|decisions|prediction|predictions
      3 decision|decisions
      6 cam|cams|gradcam
      6 grad cam
      6 class activation map|mapping
      4 heatmap|heatmaps|heat map|maps
      4 where|what ~4 looks|look|looking|attention|attends|focus|focuses
      4 where ~4 network|net|model looks|look|looking
      3 localise|localize|localisation|localization|locate|localizing|localising
      3 interpretability|explainability|visualise|visualize|visualisation|visualization
      3 heatmap|heat|saliency|localise|localize|localisation|localization map?
    `),
  },
];
