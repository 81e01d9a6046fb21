import type { FrameworkId } from '../../frameworks/index.ts';
import { featuresOf, findNetworks, type Network, traceNetwork } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn } from './layers.ts';
import { weightsOf } from './model.ts';
import { type StatedNumber, statedParameters } from './numbers.ts';
import { type StatedShape, shapesIn } from './sizes.ts';

interface Named {
  readonly networks: readonly Network[];
  readonly start: number;
  readonly end: number;
}

const names = /\b[A-Za-z]+(?:Net|net|NET)?-?\s?(?:[vV]\d)?-?\d*(?:[A-Za-z]\d)?\b/g;

/** What a sentence says of a published network: its weights, its last map, its pooling layers. */
export function checkNetwork(sentence: string, context: Context): Ruling | null {
  const named = networkIn(sentence, context.framework) ?? networkBefore(sentence, context);
  if (!named) return null;
  return (
    ofParameters(sentence, named) ??
    ofLastMap(sentence, named) ??
    ofFeatures(sentence, named) ??
    ofPooling(sentence, named)
  );
}

/** "The final feature map is 7x7x512" after a sentence on a network. */
function networkBefore(sentence: string, { network, framework, model }: Context): Named | null {
  const about =
    /^(?:it|gap|(?:the|its) (?:last|final) (?:conv\w* )?(?:feature )?map|the (?:network|model|backbone|gap)|global average pooling)\b/i;
  if (!network || model || !about.test(sentence) || layersIn(sentence).length > 0) return null;
  return { networks: findNetworks(network, framework), start: 0, end: 0 };
}

function networkIn(sentence: string, framework: FrameworkId | null): Named | null {
  for (const match of sentence.matchAll(names)) {
    const networks = match[0].length > 3 ? findNetworks(match[0], framework) : [];
    if (networks.length > 0) return { networks, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function ofParameters(sentence: string, named: Named): Ruling | null {
  const stated = statedParameters(sentence);
  const rounded = stated ? null : millions(sentence);
  const said = stated ?? rounded;
  if (
    !said ||
    !isCovered(
      sentence.replace(
        /\b(?:in total|about|around|roughly|approximately|network|model|whole|original|imagenet|classes|version)\b/gi,
        blanks,
      ),
      [named, said],
      null,
    )
  )
    return null;
  const totals = named.networks.flatMap((network) => weightsOf(traceNetwork(network)) ?? []);
  const [published] = totals;
  if (published === undefined) return null;
  const fits = (total: number) =>
    rounded ? Math.abs(total / 1e6 - rounded.value) <= rounded.grain : total === said.value;
  const right = totals.some(fits);
  return {
    right: right !== isDenied(sentence),
    truth: { kind: 'parameters', value: totals.find(fits) ?? published },
  };
}

const blanks = (word: string): string => ' '.repeat(word.length);

/** "8 million parameters", "138M params": right to the digits that are given. */
function millions(sentence: string): (StatedNumber & { readonly grain: number }) | null {
  const found =
    /(\d+(?:\.(\d+))?)\s?(?:million|M)\b(?: (?:trainable |learnable |total )?(?:parameters?|params?|weights?))?/.exec(
      sentence,
    );
  if (!found || !/param|weight/i.test(sentence)) return null;
  const grain = 0.5 * 10 ** -(found[2]?.length ?? 0);
  return {
    value: Number(found[1]),
    grain: grain + 1e-9,
    start: found.index,
    end: found.index + found[0].length,
  };
}

const ends =
  /\b(?:last|final|end(?:s|ing)?|before (?:the )?(?:gap|global (?:average )?pool(?:ing)?|classifier|pooling|head|avgpool)|output of the (?:backbone|convolution\w*)|feature map|features|backbone|(?:into|enters) (?:the )?(?:gap|global)|gap (?:sees|gets|input))\b/i;
const chat =
  /\b(?:ends?|ending|in|with|last|final|before|its|conv|convolutional|block|stage|backbone|gap|head|classifier|goes|going|sees|of|a|the|network|model|body|convolution|layers?|features?|map|extractor|base|include_top=false|pooling|global|average|is|at|for|input|image|images)\b/gi;

function ofLastMap(sentence: string, named: Named): Ruling | null {
  const shapes = shapesIn(sentence);
  // Of two the smaller is the map: "a 7x7x2048 feature map at 224x224".
  const [last, image] = shapes.toSorted((a, b) => sideOf(a) - sideOf(b));
  if (!last || shapes.length > 2 || !ends.test(sentence)) return null;
  if (!isCovered(sentence.replace(chat, blanks), [named, ...shapes], null)) return null;
  const maps = named.networks.map((network) => featuresAt(network, image)).filter((map) => map !== null);
  const [own] = maps;
  if (!own) return null;
  const right = maps.some((map) => orders(map).some((shape) => sameShape(shape, last.shape)));
  return { right: right !== isDenied(sentence), truth: { kind: 'shape', shape: own, batchAdded: true } };
}

/** The smallest side, which is no number of channels. */
const sideOf = ({ shape }: StatedShape): number =>
  Math.min(...shape.map((size) => (size === null || size === 3 ? Number.POSITIVE_INFINITY : size)));

/** The last map without its batch, on the network's own image or another. */
function featuresAt(network: Network, image: StatedShape | undefined): Shape | null {
  const channelsLast = network.framework === 'keras';
  const [height, width] = (image?.shape ?? []).filter((size) => size !== 3);
  const [first = 3, , third = 3] = network.input;
  const input: Shape | undefined =
    image && height && width ? (channelsLast ? [height, width, third] : [first, height, width]) : undefined;
  return featuresOf(traceNetwork(network, input))?.slice(1) ?? null;
}

/** Height × width × channels, channels first, or the map's sides alone. */
function orders(map: Shape): readonly Shape[] {
  const [a = null, b = null, c = null] = map;
  return a === b
    ? [
        [a, b, c],
        [c, a, b],
        [a, b],
      ]
    : [
        [a, b, c],
        [b, c, a],
        [b, c],
      ];
}

function ofFeatures(sentence: string, named: Named): Ruling | null {
  const found =
    /(\d{1,3}(?:,\d{3})+|\d+)\s*(?:-?\s?d(?:imensional)?\b|features|channels|numbers|values|feature maps)/i.exec(
      sentence,
    );
  const about =
    /\b(?:gap|global (?:average )?pool(?:ing)?|pool(?:ing)?|last|final|feature vector|classifier|dense|before|ends?)\b/i;
  if (!found || !about.test(sentence) || shapesIn(sentence).length > 0) return null;
  const stated = { start: found.index, end: found.index + found[0].length };
  const rest = sentence.replace(chat, blanks).replace(/\b(?:vector|dense|enter|enters|goes?)\b/gi, blanks);
  if (!isCovered(rest, [named, stated], null)) return null;
  const value = Number(found[1]?.replaceAll(',', ''));
  const counts = named.networks.flatMap((network) => {
    const features = featuresAt(network, undefined);
    return (network.framework === 'keras' ? features?.at(-1) : features?.[0]) ?? [];
  });
  const [own] = counts;
  if (own === undefined) return null;
  return { right: counts.includes(value) !== isDenied(sentence), truth: { kind: 'count', value: own } };
}

const pooling =
  /\b(?:has|have|uses?|contains?|includes?|ends? (?:in|with)|finish(?:es)? with)\s+(no |exactly |only |\d+ |one |two |three |four |five |a )?(?:(max|average|avg|global average|global max|global)[\s-]?)?pool(?:ing)?(?: layers?)?(?: (?:before|instead of) (?:the )?(?:classifier|dense|head|flatten|softmax|fully connected layers?))?$/i;
const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

function ofPooling(sentence: string, named: Named): Ruling | null {
  const found = pooling.exec(sentence);
  if (
    !found ||
    found[2] === undefined ||
    !isCovered(sentence, [named, { start: found.index, end: sentence.length }], null)
  )
    return null;
  const [network, other] = named.networks;
  if (!network) return null;
  const kind = found[2].toLowerCase().replace('avg', 'average');
  const counts = [network, ...(other ? [other] : [])].map((one) => poolingCount(one, kind));
  const [value = 0] = counts;
  const told = found[1]?.trim().toLowerCase();
  const stated =
    told === undefined || told === 'a' || told === 'exactly' || told === 'only'
      ? null
      : told === 'no'
        ? 0
        : (words[told] ?? Number(told));
  const right = counts.every((count) => (stated === null ? count > 0 : count === stated));
  const wrong = counts.every((count) => (stated === null ? count === 0 : count !== stated));
  return right || wrong ? { right: right !== isDenied(sentence), truth: { kind: 'layers', value } } : null;
}

function poolingCount(network: Network, kind: string): number {
  const wanted = kind.startsWith('global')
    ? /^Global|^Adaptive/
    : kind === 'max'
      ? /^MaxPool/
      : /^A(?:vg|verage)Pool/;
  const reduce = kind.endsWith('max') ? /max/i : kind.endsWith('average') ? /average|avg/i : /./;
  return traceNetwork(network).layers.filter(
    ({ pooling: pools, name, output }) =>
      pools && wanted.test(name) && reduce.test(name) && (!/^Adaptive/.test(name) || isPoint(output)),
  ).length;
}

/** Adaptive pooling is global where one cell is left. */
const isPoint = (output: Shape | null): boolean => output?.slice(2).every((size) => size === 1) ?? false;
