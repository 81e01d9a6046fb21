import type { Definition } from '../definition.ts';
import type { Layer, LayerFamily, Parameter } from '../framework.ts';
import { bool, expression, int, none } from '../literal.ts';
import { poolingRules } from './pooling.ts';

const field = (name: string, fallback: Parameter['fallback'], summary: string): Parameter => ({
  name,
  ...(fallback ? { fallback } : {}),
  keywordOnly: true,
  summary,
});

const parameters: readonly Parameter[] = [
  { ...field('pool', expression('MAX'), 'MAX or AVE (STOCHASTIC is random).'), symbol: true },
  field('kernel_size', none, 'Size of the window; or kernel_h and kernel_w.'),
  field('kernel_h', none, 'Height of the window.'),
  field('kernel_w', none, 'Width of the window.'),
  { ...field('stride', int(1), 'Step from window to window; 1 when left out.'), oneByDefault: true },
  field('stride_h', none, 'Vertical step.'),
  field('stride_w', none, 'Horizontal step.'),
  field('pad', int(0), 'Cells added on each side.'),
  field('pad_h', none, 'Cells added above and below.'),
  field('pad_w', none, 'Cells added left and right.'),
  field('global_pooling', bool(false), 'Pool over the whole map.'),
];

const family: LayerFamily = { reduce: 'max', window: 'local' };

const layer: Layer = {
  framework: 'caffe',
  name: 'Pooling',
  aliases: [],
  form: 'operator',
  rank: 2,
  family,
  parameters,
  callParameters: [{ name: 'bottom', tensor: true, summary: 'The blob to pool, (N, C, H, W).' }],
  documentation: 'https://caffe.berkeleyvision.org/tutorial/layers/pooling.html',
  notes: [
    {
      versions: 'Caffe',
      text: 'The output size is rounded up, so the last window may hang over the edge; Keras and PyTorch round down.',
    },
  ],
};

export const caffeLayers: readonly Definition[] = [{ layer, rules: poolingRules }];
