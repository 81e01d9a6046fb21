import { type Question, type Request, readQuestion, textLimit } from '../question/index.ts';

/**
 * The request with the question that it goes on from ("and with padding same?"), where it does: when alone it names
 * nothing that can be computed, and together they ask something that the earlier question did not.
 */
export function inContext(request: Request, earlier: string | null): Request {
  if (earlier === null || request.text.trim() === '') return request;
  const alone = readQuestion(request);
  if (alone.applications.length > 0 || (alone.kind !== 'unknown' && !goesOn.test(request.text)))
    return request;
  const together = { ...request, text: `${earlier} ${request.text}` };
  if (together.text.length > textLimit) return request;
  const question = readQuestion(together);
  const before = readQuestion({ ...request, text: earlier });
  return question.kind !== 'unknown' && asks(question) !== asks(before) ? together : request;
}

const goesOn = /^\s*(and|but|or|also|then|now|with|without|in|what about|how about|what if|the same)\b/i;

/** What a question comes down to, to tell whether two ask the same. */
function asks({ kind, framework, calls, inputs, topics }: Question): string {
  return JSON.stringify([
    kind,
    framework,
    calls.map(({ layer, given }) => [layer.name, given]),
    inputs.map(({ shape }) => shape),
    kind === 'explain' ? topics : [],
  ]);
}
