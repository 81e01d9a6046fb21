import type { Candidate } from '../input/find.ts';
import type { LayerCall } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { type Applied, applyLayer } from './apply.ts';

/** More than this is a pasted essay, not a question. */
const mostApplications = 16;

/** Each layer on its own input where there are as many of both, else every layer on every input. */
export function applyAll(
  { layout, framework, rank, context, request, page }: Understanding,
  calls: readonly LayerCall[],
  inputs: readonly Candidate[],
): readonly Applied[] {
  const named = request.framework ?? page.frameworks[0]?.framework ?? null;
  return pairs(calls, inputs.length === 0 ? [null] : inputs).map(([call, input]) =>
    applyLayer({
      call,
      read: input?.read ?? null,
      layout,
      framework: call.written === 'words' ? named : framework,
      rank,
      ours: input?.ours ?? false,
      context,
    }),
  );
}

function pairs(
  calls: readonly LayerCall[],
  inputs: readonly (Candidate | null)[],
): readonly (readonly [LayerCall, Candidate | null])[] {
  if (calls.length > 1 && calls.length === inputs.length) {
    return calls.slice(0, mostApplications).map((call, index) => [call, inputs[index] ?? null] as const);
  }
  const few = calls.slice(0, Math.max(1, Math.floor(mostApplications / inputs.length)));
  return few.flatMap((call) => inputs.slice(0, mostApplications).map((input) => [call, input] as const));
}
