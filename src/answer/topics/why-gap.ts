import { gapVsFlattenFacts } from './gap-vs-flatten.ts';
import type { Subject } from './subject.ts';

/** What the last map costs with Flatten, and what with global average pooling. */
export function whyGapFacts(subject: Subject) {
  return { ...gapVsFlattenFacts(subject), share: subject.height * subject.width };
}
