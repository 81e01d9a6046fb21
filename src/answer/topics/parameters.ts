import { gapVsFlattenFacts } from './gap-vs-flatten.ts';
import type { Subject } from './subject.ts';
import { use } from './use.ts';

/** Pooling has no weights; what stands around it has. */
export function parametersFacts(subject: Subject) {
  const { height, width, channels } = subject;
  return {
    ...gapVsFlattenFacts(subject),
    none: 0,
    pool: use('keras', 'MaxPooling2D', { pool_size: Math.min(2, height, width) }, [
      null,
      height,
      width,
      channels,
    ]),
  };
}
