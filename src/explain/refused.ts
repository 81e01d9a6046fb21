import type { Refused } from '../answer/index.ts';
import { frameworkNames, type Refusal } from '../frameworks/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { message, text } from './message.ts';

/** What the framework would say, inside our sentence with a way out. */
export function explainRefused({ application, refusal }: Refused): Message {
  const { layer } = application.call;
  const framework = frameworkNames[layer.framework];
  const title =
    refusal.stage === 'constructor'
      ? `${framework} refuses these arguments`
      : `${framework} refuses this input`;
  return message({
    title,
    blocks: [text(refusal.advice), ...frameworkWords(refusal, framework)],
    sources: [{ label: `Documentation of ${layer.name}`, href: layer.documentation }],
    visibility: 'private',
  });
}

/** The same in one block, for an answer in which another layer did work. */
export function refusedBlock({ advice }: Refusal): Block {
  return { kind: 'notice', tone: 'error', content: advice };
}

function frameworkWords({ message: words, exception }: Refusal, framework: string): readonly Block[] {
  if (words === null) return [];
  const said = exception === null ? words : `${exception}: ${words}`;
  return [text(`${framework} says:`), { kind: 'code', language: 'text', code: said }];
}
