import type { CodeInput } from '../python/index.ts';
import type { InputRead, ModelInput } from '../question.ts';
import type { Understanding } from '../understand.ts';
import type { Candidate } from './find.ts';

/**
 * What goes into each input of a model: what came beside the text goes into the first, then what the code says, then
 * the shapes told in words, in order.
 */
export function entriesOf(
  inputs: readonly CodeInput[],
  { request, inputs: candidates }: Pick<Understanding, 'request' | 'inputs'>,
): readonly ModelInput[] {
  const attached = request.input !== undefined || request.set?.shape !== undefined;
  const [beside = null] = attached ? candidates : [];
  const told = inputs.map(({ read }, at) =>
    at === 0 && beside !== null ? beside : inCode(read, candidates),
  );
  const open = candidates.filter((candidate) => candidate.read.values === null && !told.includes(candidate));
  return inputs.map(({ id, name }, at) => ({
    id,
    name,
    read: readOf(told[at] ?? (attached ? null : open.shift())),
  }));
}

const readOf = (candidate: Candidate | null | undefined): InputRead | null => candidate?.read ?? null;

/** The candidate that a shape or an array of the code has become. */
function inCode(read: CodeInput['read'], candidates: readonly Candidate[]): Candidate | null {
  if (read === null) return null;
  const { start, end } = read.span;
  return candidates.find(({ read: { span } }) => span?.start === start && span.end === end) ?? null;
}
