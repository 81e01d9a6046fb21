import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type ZodError, z } from 'zod';
import { answerQuestion, answerToJson, type JsonAnswer } from './answer/index.ts';
import { explain } from './explain/index.ts';
import { renderText } from './platform/text/index.ts';
import { type Request, readQuestion, requestSchema } from './question/index.ts';
import { plain } from './reply/index.ts';

/** `npm run -s ask`: the engine on the command line, for people, scripts and tests. */

function answerJson(request: Request): JsonAnswer {
  const answer = answerQuestion(readQuestion(request));
  const message = explain(answer, 'more');
  const words = {
    understood: message.understood === null ? '' : plain(message.understood),
    assumptions: message.assumptions.map(plain),
    text: renderText(message),
  };
  return answerToJson(answer, words, request.id);
}

/** A line that is no request gets an answer that says so; the lines after it are read all the same. */
function answerLine(line: string): unknown {
  const request = parseRequest(line);
  if (request.ok) return answerJson(request.value);
  const text = `This line is not a request: ${request.problem}. For example: {"text": "AveragePooling2D(2) on 4x4x4"}`;
  const nothing = { topics: [], understood: '', assumptions: [], results: [] };
  return {
    status: 'error',
    kind: 'unknown',
    ...nothing,
    text,
    error: { code: 'bad-request', message: text },
  };
}

function parseRequest(line: string): { ok: true; value: Request } | { ok: false; problem: string } {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(line));
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: false, problem: firstProblem(parsed.error) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: error.message };
    throw error;
  }
}

const firstProblem = (error: ZodError) => z.prettifyError(error).split('\n').join(' ');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
});

if (values.jsonl) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answerLine(line))}\n`);
  }
} else {
  const text = positionals.join(' ');
  const answer = answerJson({ text });
  process.stdout.write(`${values.json ? JSON.stringify(answer) : answer.text}\n`);
}
