import type { Question } from '../../question/index.ts';

/** What an explanation is about: the asker's map where they gave one, otherwise a usual one. */
export interface Subject {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Of the Dense layer behind the pooling. */
  readonly units: number;
  readonly asked: boolean;
}

/** The end of DenseNet121: the map that most questions on global pooling come from. */
const usual = { height: 7, width: 7, channels: 1024 };
const usualUnits = 10;

/** Reads height, width and channels off the question's input; the usual map where it has none, or open sizes. */
export function subjectOf({ inputs, applications, text }: Question): Subject {
  const units = unitsIn(text) ?? usualUnits;
  const [input] = inputs;
  const first = applications.find(({ configuration }) => configuration.ok)?.configuration;
  const axes = first?.ok === true ? first.operation.axes : null;
  if (!input || (axes !== null && axes.rank !== 2)) return { ...usual, units, asked: false };
  const map = input.shape.slice(-3);
  const [height, width, channels] = axes?.layout === 'channels_first' ? [map[1], map[2], map[0]] : map;
  if (!height || !width || !channels) return { ...usual, units, asked: false };
  return { height, width, channels, units, asked: true };
}

/** `Dense(100)`, `nn.Linear(512, 100)`, "14 labels". */
function unitsIn(text: string): number | null {
  const written = /\b(?:Dense\(\s*|Linear\(\s*\w+\s*,\s*)(\d{1,6})\b|\b(\d{1,6}) (?:classes|labels)\b/i.exec(
    text,
  );
  const units = Number(written?.[1] ?? written?.[2] ?? 0);
  return units > 0 ? units : null;
}
