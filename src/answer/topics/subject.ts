import type { Question } from '../../question/index.ts';

/** What an explanation is about: the asker's map where they gave one, otherwise a usual one. */
export interface Subject {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly asked: boolean;
}

/** The end of DenseNet121: the map that most questions on global pooling come from. */
const usual = { height: 7, width: 7, channels: 1024 };

/** Reads height, width and channels off the question's input; the usual map where it has none, or open sizes. */
export function subjectOf({ inputs, applications }: Question): Subject {
  const [input] = inputs;
  if (!input) return { ...usual, asked: false };
  const first = applications.find(({ configuration }) => configuration.ok)?.configuration;
  const channelsFirst = first?.ok === true && first.operation.axes.layout === 'channels_first';
  const map = input.shape.slice(-3);
  const [height, width, channels] = channelsFirst ? [map[1], map[2], map[0]] : map;
  if (!height || !width || !channels) return { ...usual, asked: false };
  return { height, width, channels, asked: true };
}
