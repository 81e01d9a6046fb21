import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on axes: channels, layouts, ranks, sequences and volumes. */
export const axesCues: readonly TopicCues[] = [
  {
    topic: 'data-format',
    terms: 'channels_first channels_last data_format nchw nhwc axis layout order',
    cues: weighted(`
      6 channels_first|channels_last|data_format|image_data_format|dim_ordering
      6 channel|channels first|last
      6 data format
      5 wrong axis|axes|dimension|dimensions|order|format|layout
      5 nchw|nhwc|chw|hwc|ncdhw|ndhwc
      5 pools|pooled|pooling|pool ~3 wrong ~2 axis|axes|dimension
      4 halve|halves|halved|pools|pooled|reduces|shrinks|shrunk ~3 channel|channels
      3 batch , channels
      3 torch|pytorch|keras|tf ~4 order|axes|axis|layout|dimension ordering?
      3 moveaxis|swapaxes
      3 channel|channels axis|dimension|dim|position|index
      3 axis|axes|dimension|order ~4 order|channel|layout|swap|swapped|transpose|permute
      3 torch|pytorch style|order|layout|format
      3 which axis|axes|dimension
      2 first|last axis|dimension
      2 permute|transpose|transposed
      2 layout
    `),
  },
  {
    topic: 'channels',
    shared: true,
    terms: 'channels channel depth separately per independent number',
    cues: weighted(`
      5 channel|depth ~6 same|change|changes|changed|unchanged|stay|stays|reduce|reduced|touch|touched|affect|affected|preserve|keep|mix|mixed|combine
      5 change|changes|touch|affect|reduce|mix|combine|keep|preserve|shrink|halve|alter ~6 channel|depth
      5 depth|channels ~4 halve|halved|halves|shrink|shrinks|shrunk|double|doubled
      4 third|last|fourth|depth dimension|axis|number ~4 stay|stays|remain|remains|unchanged|same|change|changes|kept
      4 channel|channels|depth|features|maps|filters ~6 stay|stays|remain|remains|kept|unchanged|halve|halved|halves|shrink|merge|merged|mix|mixed
      4 rgb|colour|color ~4 pool|pooled|pooling|mixed|separate|separately
      4 number|count|many of? channel|feature|filter|map
      4 each|per|every|separately|independently ~2 channel
      4 across|between|over ~2 channel
      3 stay|stays|remain|remains|still # after|behind
      3 sensors|features ~4 treated|treat|handled|pooled|separately
      3 channelwise|depthwise
      3 independently|separately|individually|independent|separate
      3 mix|mixed|mixes|blend|combined|together ~3 map|maps|channel|channels
      3 map|maps|channel|channels ~5 mix|mixed|mixes|combined|together|merged
      2 depth ~4 pool|pooling|pooled
    `),
  },
  {
    topic: 'pool-1d',
    shared: true,
    terms: '1d time steps sequence text sentence tokens signal temporal',
    cues: weighted(`
      5 maxpooling1d|averagepooling1d|maxpool1d|avgpool1d|globalmaxpooling1d|globalaveragepooling1d|adaptiveavgpool1d|adaptivemaxpool1d|avgpooling1d
      4 time series
      4 pooling1d|pool1d
      4 temporal|temporally
      4 one dimensional
      4 1d
      4 time step|series|axis|dimension
      4 over|along the? time
      4 conv1d
      3 steps|time ~3 pooled|pooling|pool|axis
      2 sensor|sensors|ecg|eeg|audio|speech|dna|protein|text|nlp|words|word|sentence
      2 timestep|timesteps|sequence|sequences|sentence|sentences|token|tokens|text|lstm|gru|rnn|embedding|signal|audio|ecg|eeg|sensor
      2 word|words ~4 vector|embedding|average
    `),
  },
  {
    topic: 'pool-3d',
    shared: true,
    terms: '3d video volume frames voxels depth mri',
    cues: weighted(`
      5 maxpooling3d|averagepooling3d|maxpool3d|avgpool3d|globalmaxpooling3d|globalaveragepooling3d|adaptiveavgpool3d
      4 pooling3d|pool3d
      4 three dimensional
      4 spatio temporal|spatiotemporal
      4 3d
      4 video|videos|clip|clips|volumetric|volume|volumes|voxel|voxels|mri|ct|c3d
      4 conv3d
      3 cube|cubes|cuboid|tomography|scan|scans ~4 pool|pooling
      3 depth|time ~3 height ~3 width
      3 voxel|voxels grid
      2 frame|frames
    `),
  },
  {
    topic: 'masking',
    shared: true,
    terms: 'mask masked tokens padded sentences ignore embedding',
    cues: weighted(`
      5 mean|average|averaging|pool|pooling ~4 real|valid|actual|unpadded|nonpadded|true
      5 mask|masks|masked|masking|mask_zero|unmasked
      5 ignore|ignoring|exclude|excluding|skip|leave|without|only|not ~5 padded|padding|pad ~6 token|tokens|step|steps|timestep|word|words|position|positions|sentence|sentences|sequence|sequences
      5 attention_mask
      4 real|actual|valid|true|nonpadded|non token|tokens|words|steps|timesteps|frames
      4 without|excluding|ignoring the? padding|padded|pad
      3 variable|different|varying|unequal|ragged length|lengths ~3 sequence|sequences|sentence|sentences|series|batch
      3 mask_zero|return_sequences
      3 dont|not|without ~4 count|include|average ~3 pad|padding|padded|zeros
      3 padded|padding|pad ~4 token|tokens|step|steps|timestep|timesteps|sentence|sentences|sequence|sequences|word
      3 sentence|sentences|sequence|sequences|token|tokens|text ~4 padded|padding|pad|zeros
      2 mask|masks|masked|masking
    `),
  },
  {
    topic: 'ndim-error',
    terms: 'ndim rank expected found incompatible dimensions error',
    cues: weighted(`
      5 expected # dimension|dimensions|dims|axes
      4 got|found # dimension|dimensions|dims|axes
      6 expected|expects ~3 ndim
      6 ndim
      5 wrong|bad number of dimensions|axes|dims
      5 expected|expects|expect|wants|needs|got|found|received # dimension|dims|dim
      5 expected|expects|expect|wants|needs|got|found|received ~2 2d|3d|4d|5d
      5 incompatible ~4 layer
      4 missing|forgot|add|lacks|need batch dimension|axis|dim
      3 got|found|has|have ~3 # dimensions|dims|axes
      3 unsqueeze|expand_dims|reshape ~5 pool|pooling
      3 wrong|missing|number ~2 rank|dimension|dimensions
      3 2d|3d|4d|5d input|tensor
      2 rank
      2 after dense|flatten|lstm ~5 pool|pooling
    `),
  },
];
