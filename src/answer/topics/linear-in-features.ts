import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** What arrives at a Linear or Dense layer behind pooling and Flatten. */
export function linearInFeaturesFacts({ height, width, channels, asked }: Subject) {
  const map = asked ? { height, width, channels } : { height: 14, width: 14, channels: 16 };
  const pooled = use('torch', 'MaxPool2d', { kernel_size: Math.min(2, map.height, map.width) }, [
    1,
    map.channels,
    map.height,
    map.width,
  ]);
  const [, depth = 0, rows = 0, columns = 0] = pooled.output;
  return {
    pooled,
    product: [depth ?? 0, rows ?? 0, columns ?? 0],
    features: (depth ?? 0) * (rows ?? 0) * (columns ?? 0),
    units: 10,
    global: use('torch', 'AdaptiveAvgPool2d', { output_size: 1 }, [1, map.channels, map.height, map.width]),
    channels: map.channels,
  };
}
