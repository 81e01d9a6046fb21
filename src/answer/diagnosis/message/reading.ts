import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Shape } from '../../../pooling/index.ts';
import type { LayerCall, PastedError, Question, Span } from '../../../question/index.ts';

/** A recognised message with what it tells by name, and what the asker wrote around it. */
export interface Reading {
  /** Of the message's form. */
  readonly id: string;
  readonly message: string;
  readonly numbers: PastedError['numbers'];
  /** Whose code mends it; `framework` is the nearest that has layers. */
  readonly home: FrameworkId | 'numpy';
  readonly framework: FrameworkId;
  /** The same, where the message or the asker tells it; null where nothing does. */
  readonly told: FrameworkId | null;
  readonly number: (name: string) => number | null;
  readonly shape: (name: string) => Shape | null;
  readonly word: (name: string) => string | null;
  readonly question: Question;
  /** An input and a call that the asker names beside it. */
  readonly around: Shape | null;
  readonly call: LayerCall | null;
  readonly reduce: 'max' | 'average';
}

export function readMessage(error: PastedError, question: Question): Reading {
  const { id, message, numbers } = error;
  const { inputs, text } = question;
  const word = (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null);
  // A function in the message itself is no call of the asker's.
  const [call = null] = question.calls.filter(
    ({ given, layer }) => given.length > 0 || layer.family.window === 'global',
  );
  const named = inputs.find(({ shape, span }) => shape.length > 2 && !isIn(message, text, span));
  const home = error.framework ?? question.framework ?? 'keras';
  const names = `${word('layer') ?? ''} ${call?.layer.name ?? ''} ${text}`;
  return {
    id,
    message,
    numbers,
    home,
    framework: home === 'numpy' ? 'jax' : home,
    told: error.framework === 'numpy' ? null : (error.framework ?? question.framework),
    number: (name) => (typeof numbers[name] === 'number' ? numbers[name] : null),
    shape: (name) => (typeof numbers[name] === 'object' && numbers[name] !== null ? numbers[name] : null),
    word,
    question,
    around: named?.shape ?? null,
    call,
    reduce: /average|avg/i.test(names) ? 'average' : 'max',
  };
}

/** Whether a shape stands in the message itself, so that it is none that the asker names. */
function isIn(message: string, text: string, span: Span | null): boolean {
  const start = text.lastIndexOf(message);
  return span !== null && span.start >= start && span.end <= start + message.length;
}

/** The layer that a text names as a framework writes it. */
export const layerIn = (text: string): string | null =>
  /\b([A-Z][A-Za-z]+\d[Dd]|MaxPool|AveragePool|LpPool|GlobalAveragePool|GlobalMaxPool|adaptive_\w{3}_pool\dd)\b/.exec(
    text,
  )?.[1] ?? null;
