import type { Shape } from '../../pooling/index.ts';
import type { PastedError } from '../../question/index.ts';

/** The numbers of a message by the names of its form, each as what it is. */
export function toldIn({ numbers }: PastedError) {
  return {
    number: (name: string): number | null => (typeof numbers[name] === 'number' ? numbers[name] : null),
    shape: (name: string): Shape | null =>
      typeof numbers[name] === 'object' && numbers[name] !== null ? numbers[name] : null,
    word: (name: string): string | null => (typeof numbers[name] === 'string' ? numbers[name] : null),
  };
}

export type Told = ReturnType<typeof toldIn>;
