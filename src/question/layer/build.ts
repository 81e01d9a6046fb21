import type { FrameworkId, GivenArguments, Layer } from '../../frameworks/index.ts';
import type { CodeArgument } from '../python/index.ts';
import type { LayerCall } from '../question.ts';
import { spanOf } from '../words/place.ts';
import type { Token } from '../words/token.ts';
import { chooseLayer, chooseNamed } from './choose.ts';
import { rankOfWindow } from './implied.ts';
import type { Mention } from './mention.ts';
import type { Setting } from './setting.ts';
import { impliedByKind, parameterFor, spellSettings } from './spell.ts';

/** What is known about a layer besides its mention. */
export interface Surroundings {
  readonly framework: FrameworkId | null;
  /** The spatial rank that the input or the text suggests. */
  readonly rank: 1 | 2 | 3;
}

/** The call that a mention means; null where it means no pooling layer or leaves open which one. */
export function callOf(mention: Mention, tokens: readonly Token[], around: Surroundings): LayerCall | null {
  const span = spanOf(tokens, mention.from, mention.to);
  switch (mention.kind) {
    case 'call': {
      const layer = chooseNamed(mention.layers, around.framework);
      if (layer === null) return null;
      const written = withTodaysNames(plain(mention.code.args), layer);
      const given = [...written, ...missingFrom(layer, written, mention.settings, around.rank)];
      const applied = plain(mention.code.applied[0]?.args ?? []);
      return { layer, given, written: 'call', applied, span };
    }
    case 'name': {
      const layer = chooseNamed(mention.layers, around.framework);
      if (layer === null) return null;
      const given = spellSettings(mention.settings, layer, layer.rank ?? around.rank);
      return { layer, given, written: 'name', applied: [], span };
    }
    case 'head': {
      const { head, settings } = mention;
      const rank = head.rank ?? rankOfWindow(settings) ?? around.rank;
      const layer = chooseLayer(head, rank, settings, around.framework);
      if (layer === null) return null;
      const given = [...impliedByKind(layer, head), ...spellSettings(settings, layer, rank)];
      return { layer, given, written: 'words', applied: [], span };
    }
    case 'other':
    case 'unknown':
      return null;
  }
}

function plain(args: readonly CodeArgument[]): GivenArguments {
  return args.map(({ name, value }) => ({ name, value }));
}

/** Names of Keras 1, read as the arguments that they became; modes in TensorFlow's capitals, as Keras documents. */
const oldNames = new Set(['border_mode', 'dim_ordering', 'pool_length']);

function withTodaysNames(given: GivenArguments, layer: Layer): GivenArguments {
  return given.map((argument) => {
    const { name } = argument;
    if (
      layer.framework === 'keras' &&
      argument.value.type === 'str' &&
      /^(?:SAME|VALID)$/.test(argument.value.value)
    ) {
      return { name, value: { type: 'str', value: argument.value.value.toLowerCase() } };
    }
    if (name === null || !oldNames.has(name)) return argument;
    const today = layer.parameters.find(({ formerly }) => formerly?.includes(name) === true);
    return today === undefined ? argument : { ...argument, name: today.name };
  });
}

/** Arguments that prose adds to a call, except those that the call has already. */
function missingFrom(
  layer: Layer,
  written: GivenArguments,
  settings: readonly Setting[],
  rank: 1 | 2 | 3,
): GivenArguments {
  const slots = layer.parameters.filter(
    (parameter) => parameter.tensor !== true && parameter.keywordOnly !== true,
  );
  const positional = written.filter(({ name }) => name === null).length;
  const taken = new Set([
    ...slots.slice(0, positional).map(({ name }) => name),
    ...written.map(({ name }) => name),
  ]);
  const open = settings.filter(({ name }) => {
    const parameter = parameterFor(layer, name);
    return parameter !== null && !taken.has(parameter);
  });
  return spellSettings(open, layer, layer.rank ?? rank).filter(({ name }) => !taken.has(name));
}
