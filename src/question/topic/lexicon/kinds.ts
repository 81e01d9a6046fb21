import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on kinds of pooling and their counterparts in other frameworks. */
export const kindsCues: readonly TopicCues[] = [
  {
    topic: 'adaptive-pooling',
    terms: 'adaptive bins pyramid output_size',
    cues: weighted(`
      6 adaptiveavgpool|adaptivemaxpool|adaptiveaveragepooling|adaptive_avg_pool2d|adaptive_max_pool2d
      6 adaptive
      6 adaptiveavgpool1d|adaptiveavgpool2d|adaptiveavgpool3d|adaptivemaxpool1d|adaptivemaxpool2d|adaptivemaxpool3d|adaptiveaveragepooling2d|adaptiveaveragepooling1d|adaptivemaxpooling2d
      5 pyramid|spp
      4 bin|bins ~4 boundary|boundaries|overlap|edges|start|end|size|sizes|chosen|computed|index
      4 kernel|window|stride ~4 chosen|computed|picked|decided automatically
      3 output size ~3 fixed|fix|given|choose|choosing
      3 roi|pyramid
      3 bin|bins
      3 fixed ~2 output ~1 size
      2 output_size
    `),
  },
  {
    topic: 'max-vs-average',
    shared: true,
    terms: 'max average choose better prefer difference',
    cues: weighted(`
      5 max|maximum|maxpool|maxpooling|maxpooling2d|maxpool2d ~3 or|vs|versus|than|against|over ~2 avg|average|mean|avgpool|averagepooling|averagepooling2d|avgpool2d
      5 avg|average|mean|avgpool|averagepooling|averagepooling2d|avgpool2d ~3 or|vs|versus|than|against|over ~2 max|maximum|maxpool|maxpooling|maxpooling2d|maxpool2d
      4 max|maximum|average|avg|mean pool|pooling? ~3 better|worse|best|bad|good|suited|suitable|preferred|prefer|recommended|choice
      4 better|worse|best ~4 max|average|avg|mean
      4 pros|advantages|disadvantages ~3 max|average|avg|pooling
      4 which|what pooling|kind|type ~4 best|better|use|choose|pick|prefer|suited
      4 when ~5 max|average|avg ~5 prefer|use|better|choose
      4 why ~4 max|average|avg|mean ~6 not|instead|rather|over
      3 which|what ~2 pooling|pool
      3 max|average|avg|mean ~3 compared|versus|vs|rather|instead|over|against
      3 prefer|choose|better|pick ~6 max|average|avg|mean
      3 type|kind ~1 pooling
      2 max|maximum ~2 and ~2 avg|average|mean
      2 avg|average|mean ~2 and ~2 max|maximum
      2 edge|edges|texture|background|smooth|noise|sharp|bright|dark ~8 max|average|avg|pool|pooling
      2 max|average|avg|pool|pooling ~8 edge|edges|texture|background|smooth|noise|sharp|bright|dark
    `),
  },
  {
    topic: 'unpooling',
    terms: 'unpooling indices return_indices inverse argmax',
    cues: weighted(`
      6 unpool|unpooling|unpooled|unpools|maxunpool1d|maxunpool2d|maxunpool3d|maxunpool|max_unpool2d|max_unpool1d
      6 return_indices
      5 undo|undoing|invert|inverse|reverse|reversing|opposite ~4 pool|pooling|maxpool|maxpooling|max
      4 position|positions|location|locations|coordinates|where ~4 max|maximum|maxima
      4 recover|restore|remember|store|save|reconstruct ~6 max|maxima|maximum|pool|pooling|pooled|value|values|position|positions|original
      4 flat|flattened index|indices
      4 switch variables
      4 segnet|deconvnet
      3 upsample|upsampling|enlarge ~5 max|pool|pooling|pooled
      3 index|argmax ~5 max|pool|pooling|maxpool
      3 argmax
      2 decoder|autoencoder|segnet|deconvolution
    `),
  },
  {
    topic: 'special-pooling',
    terms: 'lppool fractional min minimum stochastic norm special sum gem',
    cues: weighted(`
      6 lppool|lppool1d|lppool2d|lppool3d|lp
      6 fractional|fractionalmaxpool2d|fractionalmaxpool3d|fractional_max_pool
      6 min|minimum pool|pooling
      6 minpool|minpooling
      5 p norm
      5 lp|l2|l1|rms|minimum|min|median|sum|stochastic|mixed|gated|attention|gem|fractional|power|norm|weighted|soft ~1 pool|pooling
      5 gem|stochastic|mixed|median|sum|l2|rms|norm|softpool|attention|roi|power|generalized|generalised pool|pooling
      5 norm_type
      5 roialign|roipool|blurpool|netvlad
      4 negate|negated|negative|minus ~5 max|maxpool|pool|pooling ~5 min|minimum
      4 minimum instead
      5 depthwise|crosschannel max|average|avg? pool|pooling
      5 cross channel ~3 pool|pooling
      4 depthwise|depth wise|channel pool|pooling
      4 max pool|pooling ~3 over|across channel|channels
      2 other|alternative|exotic|unusual|kinds|types pooling|of
    `),
  },
  {
    topic: 'framework-convert',
    shared: true,
    terms: 'convert equivalent pytorch keras onnx tensorflow caffe port translate',
    cues: weighted(`
      5 does|do torch|pytorch|keras|tensorflow|onnx|tf ~2 have|has|offer|support|know|call|calls
      5 what|how ~1 torch|pytorch|keras|tensorflow|onnx ~2 call|calls|name|names
      5 equivalent|counterpart|version|analog|analogue|name|called|translate|translation|convert|port|porting|write|written ~5 torch|pytorch|keras|tensorflow|tf
      5 torch|pytorch|keras|tensorflow|tf ~3 equivalent|counterpart|version|analogue|name|called
      4 look|looks|write|written|do|done|get|have|make|express|implement|implemented|spell ~3 in|for|with $framework
      4 same ~4 in $framework
      4 to|into|in $framework ?
      4 difference|differences|differ|different ~6 $framework
      4 keras|tensorflow|tf ~8 torch|pytorch
      4 torch|pytorch ~8 keras|tensorflow|tf
      4 onnx|caffe|flax|jax|mlx|coreml|tflite
      3 convert|port|porting|translate|export|exported|migrate|rewrite ~8 to|from|into
    `),
  },
];
