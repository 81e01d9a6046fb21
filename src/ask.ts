import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type ZodError, z } from 'zod';
import { type Answer, answerQuestion, answerToJson, type JsonAnswer } from './answer/index.ts';
import { corrections, explain } from './explain/index.ts';
import { renderText } from './platform/text/index.ts';
import { type Request, readQuestion, requestSchema } from './question/index.ts';
import { plain } from './reply/index.ts';

/** `npm run -s ask`: the engine on the command line, for people, scripts and tests. */

const answerJson = (request: Request): JsonAnswer => worded(answerQuestion(readQuestion(request)), request);

function worded(answer: Answer, request: Request): JsonAnswer {
  const message = explain(answer, 'more');
  const words = {
    understood: message.understood === null ? '' : plain(message.understood),
    assumptions: message.assumptions.map(plain),
    text: renderText(message),
    corrections: corrections(answer),
  };
  return answerToJson(answer, words, request.id);
}

/** Decoding is loaded only for a file: a question without one does without the image library. */
async function answerFile(path: string, request: Request): Promise<JsonAnswer> {
  const { answerAttachment } = await import('./work/index.ts');
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refused('unreadable-file', `I can’t open ${path} (${bytes.code}).`);
  const answered = await answerAttachment({ request, name: basename(path), bytes });
  if (answered.ok) return worded(answered.answer, request);
  return refused(answered.code, answered.message);
}

function refused(code: string, message: string): JsonAnswer {
  const nothing = { topics: [], understood: '', assumptions: [], results: [] };
  return { status: 'error', kind: 'unknown', ...nothing, text: message, error: { code, message } };
}

/** A line that is no request gets an answer that says so; the lines after it are read all the same. */
function answerLine(line: string): JsonAnswer {
  const request = parseRequest(line);
  if (request.ok) return answerJson(request.value);
  const example = '{"text": "AveragePooling2D(2) on 4x4x4"}';
  return refused('bad-request', `This line is not a request: ${request.problem}. For example: ${example}`);
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

const usage = `npm run -s ask -- "AveragePooling2D(2) on 4x4x4"

  --json         the answer as JSON
  --jsonl        a JSON request on each line of standard input, an answer on each line of standard output
  --file <path>  an array (.npy, .csv) or an image that the question is about
`;

function readCall() {
  const options = {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    file: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    // What parseArgs throws for a call that it can't read.
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { values, positionals } = readCall();

if (values.help) process.stdout.write(usage);
else if (values.jsonl) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answerLine(line))}\n`);
  }
} else {
  const request = { text: positionals.join(' ') };
  const answer = values.file === undefined ? answerJson(request) : await answerFile(values.file, request);
  process.stdout.write(`${values.json ? JSON.stringify(answer) : answer.text}\n`);
}
