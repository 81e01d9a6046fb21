import type { TopicId } from '../../topics.ts';

/** A phrase (see `phrasesOf`) and how strongly it speaks for a topic: 1 hardly, 6 by itself. */
export type Cue = readonly [phrase: string, weight: number];

/** How a topic is recognised. */
export interface TopicCues {
  readonly topic: TopicId;
  /** Set where other subjects use the same words, so that they say less about whether pooling is meant at all. */
  readonly shared?: true;
  readonly cues: readonly Cue[];
  /** Single words that lean towards the topic. */
  readonly terms: string;
}

/** Alternatives that many phrases take. */
const groups: Readonly<Record<string, string>> = {
  $gap: 'gap|global|globalaveragepooling2d|globalaveragepooling1d|globalaveragepooling3d|globalaveragepooling',
  $framework: 'torch|pytorch|keras|tensorflow|tf|onnx|flax|jax|caffe|mlx',
};

/** Cues from lines of a weight and a phrase. */
export function weighted(lines: string): readonly Cue[] {
  return lines
    .trim()
    .split(/\n\s*/)
    .map((line) => {
      const space = line.indexOf(' ');
      const phrase = line.slice(space + 1).replace(/\$\w+/g, (name) => groups[name] ?? name);
      return [phrase, Number(line.slice(0, space))];
    });
}
