import { z } from 'zod';
import { dtypes, frameworkIds } from '../frameworks/index.ts';
import { axisNames, type QuestionKind } from './question.ts';

/** The kinds of question that a command can lean towards. */
const kinds = [
  'shape',
  'values',
  'compare',
  'explain',
  'trace',
  'solve',
  'convert',
  'verify',
  'errorHelp',
  'faq',
] as const satisfies readonly QuestionKind[];

const dimension = z.number().int().nullable();
const nonFinite = { nan: Number.NaN, inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY };
const number = z.union([z.number(), z.enum(['nan', 'inf', '-inf']).transform((name) => nonFinite[name])]);

const array = z.object({ shape: z.array(dimension), values: z.array(number).optional() });
const filled = z.object({ shape: z.array(z.number().int().nonnegative()), values: z.array(number) });

/** One line of `ask --jsonl`, and what every chat command turns its options into. */
export const requestSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  /** An attached array: what the layer in `text` is applied to. */
  input: array
    .extend({
      dtype: z.enum(dtypes).default('float32'),
      /** Whether its axes are meant as they are; a table or a picture may lack the batch. */
      literal: z.boolean().optional(),
      axes: z.array(z.enum(axisNames)).optional(),
    })
    .optional(),
  upstream: filled.optional(),
  mask: z
    .object({
      shape: z.array(z.number().int().nonnegative()),
      values: z.array(z.union([z.boolean(), z.number()])),
    })
    .optional(),
  indices: filled.optional(),
  framework: z.enum(frameworkIds).optional(),
  opset: z.number().int().positive().optional(),
  samples: z.array(z.number().min(0).lt(1)).optional(),
  /** What the command that was called is for; honoured where the text allows it. */
  prefer: z.enum(kinds).optional(),
  /** What a button or a typed option sets, over what the text says. */
  set: z
    .object({
      layer: z.string(),
      shape: z.string(),
      layout: z.enum(['channels_last', 'channels_first']),
      arguments: z.record(z.string(), z.string()),
    })
    .partial()
    .optional(),
});

export type Request = z.infer<typeof requestSchema>;
