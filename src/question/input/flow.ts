import type { Mention } from '../layer/mention.ts';
import type { CodeArgument, CodeArray } from '../python/index.ts';
import type { InputRead } from '../question.ts';
import type { Candidate } from './find.ts';

/** What code hands to its layers. */
export interface Flowing {
  readonly inputs: readonly Candidate[];
  readonly indices: InputRead | null;
  readonly mask: InputRead | null;
}

/** The arrays that the code of a message passes to pooling layers; null where it passes none. */
export function findFlow(mentions: readonly Mention[], candidates: readonly Candidate[]): Flowing | null {
  const inputs: Candidate[] = [];
  let indices: InputRead | null = null;
  let mask: InputRead | null = null;
  for (const mention of mentions) {
    if (mention.kind !== 'call') continue;
    const args = [...mention.code.args, ...(mention.code.applied[0]?.args ?? [])];
    const given = args.flatMap((argument) => {
      const found = candidateOf(argument, candidates);
      return found === null ? [] : [{ name: argument.name, found }];
    });
    const unpools = mention.layers[0]?.family.window === 'unpool';
    for (const [place, { name, found }] of given.entries()) {
      if (name === 'mask') mask ??= found.read;
      else if (name === 'indices' || (unpools && place === 1)) indices ??= found.read;
      else if (place === 0 && !inputs.includes(found)) inputs.push(found);
    }
  }
  return inputs.length === 0 ? null : { inputs, indices, mask };
}

function candidateOf(argument: CodeArgument, candidates: readonly Candidate[]): Candidate | null {
  if (argument.flow?.from !== 'array') return null;
  const { array } = argument.flow;
  return candidates.find(({ read }) => isSame(read, array)) ?? null;
}

/** An array keeps its values' buffer from the code to here, unless it only stands for its shape. */
function isSame({ shape, values }: InputRead, array: CodeArray): boolean {
  const alike =
    shape.length === array.shape.length && shape.every((size, axis) => size === array.shape[axis]);
  return alike && (values === null || values === array.values);
}
