import type { TopicCues } from './cue.ts';

/** Cues of the topics around axes: channels, layouts, ranks, sequences and volumes. */
export const layoutCues: readonly TopicCues[] = [
  {
    topic: 'data-format',
    cues: [
      ['channels_first|channels_last|data_format|image_data_format|dim_ordering', 6],
      ['channel|channels first|last', 6],
      ['nchw|nhwc|chw|hwc|ncdhw|ndhwc', 5],
      ['data format', 6],
      ['axis|axes|dimension|order ~4 order|channel|layout|swap|swapped|transpose|permute', 3],
      ['permute|transpose|transposed', 2],
      ['torch|pytorch style|order|layout|format', 3],
      ['pools|pooled|pooling|pool ~3 wrong ~2 axis|axes|dimension', 5],
      ['which axis|axes|dimension', 3],
      ['layout', 2],
    ],
    terms: 'channels_first channels_last data_format nchw nhwc axis layout order',
  },
  {
    topic: 'channels',
    shared: true,
    cues: [
      ['number|count|many of? channel|feature|filter|map', 4],
      [
        'channel|depth ~6 same|change|changes|changed|unchanged|stay|stays|reduce|reduced|touch|touched|affect|affected|preserve|keep|mix|mixed|combine',
        5,
      ],
      ['change|changes|touch|affect|reduce|mix|combine|keep|preserve|shrink|halve|alter ~6 channel|depth', 5],
      ['depth|channels ~4 halve|halved|halves|shrink|shrinks|shrunk|double|doubled', 5],
      ['each|per|every|separately|independently ~2 channel', 4],
      ['across|between|over ~2 channel', 4],
      ['channelwise|depthwise', 3],
      ['independently|separately|individually|independent|separate', 3],
      ['mix|mixed|mixes|blend|combined|together ~3 map|maps|channel|channels', 3],
      ['map|maps|channel|channels ~5 mix|mixed|mixes|combined|together|merged', 3],
      ['depth ~4 pool|pooling|pooled', 2],
    ],
    terms: 'channels channel depth separately per independent number',
  },
  {
    topic: 'pool-1d',
    shared: true,
    cues: [
      ['1d', 4],
      [
        'maxpooling1d|averagepooling1d|maxpool1d|avgpool1d|globalmaxpooling1d|globalaveragepooling1d|adaptiveavgpool1d|adaptivemaxpool1d|avgpooling1d',
        5,
      ],
      ['time step|series|axis|dimension', 4],
      [
        'timestep|timesteps|sequence|sequences|sentence|sentences|token|tokens|text|lstm|gru|rnn|embedding|signal|audio|ecg|eeg|sensor',
        2,
      ],
      ['over|along the? time', 4],
      ['word|words ~4 vector|embedding|average', 2],
      ['conv1d', 4],
    ],
    terms: '1d time steps sequence text sentence tokens signal temporal',
  },
  {
    topic: 'pool-3d',
    shared: true,
    cues: [
      ['3d', 4],
      [
        'maxpooling3d|averagepooling3d|maxpool3d|avgpool3d|globalmaxpooling3d|globalaveragepooling3d|adaptiveavgpool3d',
        5,
      ],
      ['video|videos|clip|clips|volumetric|volume|volumes|voxel|voxels|mri|ct|c3d', 4],
      ['frame|frames', 2],
      ['conv3d', 4],
    ],
    terms: '3d video volume frames voxels depth mri',
  },
  {
    topic: 'masking',
    shared: true,
    cues: [
      ['mask|masks|masked|masking|mask_zero|unmasked', 5],
      ['real|actual|valid|true|nonpadded|non token|tokens|words|steps|timesteps|frames', 4],
      [
        'ignore|ignoring|exclude|excluding|skip|leave|without|only|not ~5 padded|padding|pad ~6 token|tokens|step|steps|timestep|word|words|position|positions|sentence|sentences|sequence|sequences',
        5,
      ],
      [
        'padded|padding|pad ~4 token|tokens|step|steps|timestep|timesteps|sentence|sentences|sequence|sequences|word',
        3,
      ],
      ['sentence|sentences|sequence|sequences|token|tokens|text ~4 padded|padding|pad|zeros', 3],
      ['attention_mask', 5],
      ['without|excluding|ignoring the? padding|padded|pad', 4],
    ],
    terms: 'mask masked tokens padded sentences ignore embedding',
  },
  {
    topic: 'ndim-error',
    cues: [
      ['ndim', 6],
      ['expected|expects|expect|wants|needs|got|found|received # dimension|dims|dim', 5],
      ['expected|expects|expect|wants|needs|got|found|received ~2 2d|3d|4d|5d', 5],
      ['incompatible ~4 layer', 5],
      ['wrong|missing|number ~2 rank|dimension|dimensions', 3],
      ['2d|3d|4d|5d input|tensor', 3],
      ['rank', 2],
      ['after dense|flatten|lstm ~5 pool|pooling', 2],
    ],
    terms: 'ndim rank expected found incompatible dimensions error',
  },
];
