import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** The same head on two map sizes. */
export function variableInputSizeFacts({ height, width, channels }: Subject) {
  const larger = { height: height + 3, width: width + 5 };
  const gap = (rows: number | null, columns: number | null) =>
    use('keras', 'GlobalAveragePooling2D', {}, [null, rows, columns, channels]);
  return {
    one: gap(height, width),
    other: gap(larger.height, larger.width),
    open: gap(null, null),
    flattenOne: height * width * channels,
    flattenOther: larger.height * larger.width * channels,
    channels,
    adaptive: use('torch', 'AdaptiveAvgPool2d', { output_size: 7 }, [
      1,
      channels,
      larger.height,
      larger.width,
    ]),
  };
}
