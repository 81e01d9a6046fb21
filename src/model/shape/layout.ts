import type { FrameworkId, PythonValue } from '../../frameworks/index.ts';
import type { Layout } from '../../pooling/index.ts';

/** Where each framework has the channels unless it is told otherwise. */
const layouts: Readonly<Record<FrameworkId, Layout>> = {
  keras: 'channels_last',
  tensorflow: 'channels_last',
  torch: 'channels_first',
  onnx: 'channels_first',
  flax: 'channels_last',
  jax: 'channels_last',
  mlx: 'channels_last',
  caffe: 'channels_first',
};

/** A layer's layout: its `data_format` where it names one. */
export function layoutOf(framework: FrameworkId, dataFormat: PythonValue | undefined): Layout {
  if (dataFormat?.type !== 'str') return layouts[framework];
  const named = dataFormat.value.toLowerCase();
  return named === 'channels_first' || named === 'channels_last' ? named : layouts[framework];
}
