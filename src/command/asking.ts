import { z } from 'zod';
import { views } from '../explain/index.ts';
import { frameworkIds } from '../frameworks/index.ts';
import type { Request } from '../question/index.ts';
import type { Message } from '../reply/index.ts';
import { answerAsking, type Computed, type Counted, mayBeEntry, offerAnswers } from './asked-here.ts';
import { answerAttached } from './attached.ts';
import { withClosingActions } from './closing-actions.ts';
import type { Task } from './command.ts';
import { computeAnswer } from './computing.ts';
import { readBySettings } from './defaults.ts';
import { inContext } from './follow-up.ts';
import type { Invocation } from './invocation.ts';
import { isEditor, type Services, settingsOf } from './services.ts';

/** The options that every command about pooling takes; a command lists the ones it has use for. */
export const questionFile = 'An array (.npy, .csv) or a picture that the question is about';

export const questionOptions = {
  question: z.string().max(16_000).optional().describe('Your question, code or layer, in your own words'),
  layer: z
    .string()
    .max(100)
    .optional()
    .describe('A layer, as AveragePooling2D or nn.MaxPool2d')
    .meta({ complete: 'layer' }),
  input: z.string().max(1000).optional().describe('The input shape, as 28x28x64 or (None, 7, 7, 1024)'),
  framework: z.enum(frameworkIds).optional().describe('Whose rules apply'),
  data_format: z.enum(['channels_last', 'channels_first']).optional().describe('Where the channels stand'),
  show: z.enum(views).optional().describe('What to add to the answer'),
  private: z.boolean().optional().describe('Show the answer to you alone'),
};

/** Arguments of a pooling layer, in Keras' spelling; each framework's own spelling is understood as well. */
export const layerOptions = {
  pool_size: z.string().max(100).optional().describe('The window, as 2 or (2, 3)'),
  strides: z.string().max(100).optional().describe('The step; left out, it is the framework default'),
  padding: z.string().max(100).optional().describe('valid, same, or a number of cells'),
  keepdims: z.boolean().optional().describe('Keep the pooled axes with length 1 (global pooling)'),
};

type QuestionValues = z.infer<z.ZodObject<typeof questionOptions & typeof layerOptions>>;
const argumentNames = Object.keys(layerOptions) as readonly (keyof typeof layerOptions)[];

/** Turns a command's options into a request: typed options override what the question's text says. */
export function requestOf(values: Partial<QuestionValues>, prefer: Request['prefer'] | null): Request {
  const given = argumentNames.flatMap((name) => {
    const value = values[name];
    return value === undefined
      ? []
      : [[name, typeof value === 'boolean' ? (value ? 'True' : 'False') : value] as const];
  });
  return {
    text: values.question ?? '',
    ...(values.framework ? { framework: values.framework } : {}),
    ...(prefer ? { prefer } : {}),
    set: {
      ...(values.layer ? { layer: values.layer } : {}),
      ...(values.input ? { shape: values.input } : {}),
      ...(values.data_format ? { layout: values.data_format } : {}),
      ...(given.length > 0 ? { arguments: Object.fromEntries(given) } : {}),
    },
  };
}

interface Asked {
  readonly invocation: Invocation;
  readonly services: Services;
  readonly prefer?: Request['prefer'];
}

/**
 * Reads the question now and leaves computing and wording for later. The answer is the asker's alone when they or the
 * community want it so, and when the question holds nothing that can be answered in front of everybody.
 */
export function askingTask(values: Partial<QuestionValues>, asked: Asked): Task {
  const { invocation, services, prefer = null } = asked;
  const settings = settingsOf(invocation, services);
  const request = inContext(requestOf(values, prefer), invocation.earlier);
  const read = readBySettings(request, settings);
  const { question } = read;
  const refused = question.applications.some(({ configuration }) => !configuration.ok);
  const quiet = values.private ?? settings.visibility === 'private';
  const visibility = quiet || refused || question.kind === 'unknown' ? 'private' : 'public';
  const count = (status: Counted): void =>
    services.meter.question({ platform: invocation.platform, kind: question.kind, status });
  const compute = async (): Promise<Computed> => {
    const { status, message } = await computeAnswer(read, values.show, services.workbench);
    const assumptions = [...message.assumptions, ...read.defaults];
    const told: Message = { ...message, assumptions, visibility };
    return { status, message: withClosingActions(told, invocation, services) };
  };
  const [file] = invocation.files;
  if (file) {
    const { workbench } = services;
    return {
      kind: 'answer',
      visibility: quiet ? 'private' : 'public',
      work: async () => {
        const { status, message } = await answerAttached(file, request, values.show, workbench);
        count(status);
        return withClosingActions(message, invocation, services);
      },
    };
  }
  const asking = { question, quiet, compute, count };
  if (invocation.way === 'menu' && isEditor(invocation, services))
    return { kind: 'answer', visibility: 'private', work: () => offerAnswers(asking, invocation, services) };
  // What the engine can't answer in public, an entry may: nothing is settled before it was looked for.
  const announced = mayBeEntry(invocation) && !quiet ? 'public' : visibility;
  return { kind: 'answer', visibility: announced, work: () => answerAsking(asking, invocation, services) };
}
