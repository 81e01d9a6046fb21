import type { Command } from '../src/command/index.ts';
import ask from './ask.ts';
import compare from './compare.ts';
import convert from './convert.ts';
import explain from './explain.ts';
import faq from './faq.ts';
import { helpCommand } from './help.ts';
import pool from './pool.ts';
import settings from './settings.ts';
import solve from './solve.ts';
import trace from './trace.ts';
import verify from './verify.ts';

const answering: readonly Command[] = [
  pool,
  compare,
  explain,
  trace,
  solve,
  convert,
  verify,
  ask,
  faq,
  settings,
];

/** Everything that the bot can do, in the order in which help lists it. */
export const commands: readonly Command[] = [...answering, helpCommand(answering)];
