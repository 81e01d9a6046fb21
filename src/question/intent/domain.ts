import type { Mention } from '../layer/mention.ts';
import { nounOf } from '../layer/noun.ts';
import type { Page } from '../page.ts';
import { lexicon } from '../topic/lexicon/index.ts';
import type { TopicScores } from '../topic/search.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';

const shared = new Set(lexicon.filter((topic) => topic.shared === true).map(({ topic }) => topic));

/** What else is called a pool. */
const otherPools = wordSet(`
  redis sqlalchemy queuepool connection connections database db postgres postgresql mysql mongodb jdbc hikari sql pgbouncer thread threads
  threading threadpool worker workers process processes multiprocessing executor job object string swimming swim swimmer
  olympic lane lanes water chlorine tidal paddling whirlpool car carpool ride table billiard billiards snooker party hotel
  garden motor mining miner liquidity staking crypto gene talent prize betting office memory node kubernetes aws azure ip
  dhcp storage disk zfs heap buffer httpx requests session calories minutes java spring
`);

/** Words that hardly stand outside neural networks. */
const ownWords = wordSet(`
  layer conv cnn convnet convolution convolutional kernel channel tensor neural
  flatten dense gap backprop relu softmax stride maxpool classifier cam batchnorm dropout unet densenet
  resnet densenet121 resnet50 vgg vgg16 mobilenet inception alexnet lenet downsample downsampling receptive unpool unpooling keepdims ndim avgpool encoder decoder
`);

/** Words that neural networks share with much else. */
const sharedWords = wordSet(`
  feature network net model linear activation padding window map image overfit filter height width pixel pooling pooled
  framework max maximum maxima average mean gradient embedding neuron picture photo keras torch pytorch tensorflow tf onnx caffe token timestep lstm
`);

/** Arguments that only pooling layers have. */
const ownArguments = wordSet(
  'pool_size ceil_mode count_include_pad keepdims return_indices divisor_override output_size kernel_size',
);

/** How much evidence makes a text one about pooling. */
const enough = 5;

/**
 * Whether a text is about pooling in neural networks: it names a layer, or what it says weighs enough together. "Pool"
 * alone is not enough: databases, swimmers and threads have pools too.
 */
export function isAboutPooling(page: Page, cues: TopicScores): boolean {
  if (page.error !== null || hasModel(page)) return true;
  const own = distinct(page, ownWords);
  const elsewhere = isElsewhere(page);
  const layers = page.mentions.filter(({ kind }) => kind !== 'other' && !(kind === 'unknown' && elsewhere));
  if (layers.some((mention) => mention.kind !== 'head' || isPooling(mention, page.tokens))) return true;
  const pools = distinct(page, plainNouns) + distinct(page, verbalNouns) > 0;
  if (pools && elsewhere) return false;
  const telling = sum([...cues].filter(([topic]) => !shared.has(topic)));
  const all = sum([...cues]);
  return (
    telling + (all - telling) / 2 + 2 * own + distinct(page, sharedWords) + spoken(page, layers) >= enough
  );
}

/** Whether a model was pasted: at least two layers that belong together. */
export function hasModel({ code, mentions }: Page): boolean {
  const steps = new Set(
    code.models.flatMap(({ model, calls }) => model.steps.map(({ call }) => calls[call])),
  );
  const layers = mentions.filter(
    (mention) => 'code' in mention && mention.code !== null && steps.has(mention.code),
  );
  return layers.length > 1;
}

/** Whether it is about another kind of pool: of connections, of miners, for swimmers. */
export function isElsewhere(page: Page): boolean {
  return distinct(page, ownWords) === 0 && distinct(page, otherPools) > 0;
}

/** "Max pooling" is ours; a "max pool" of connections and a "global average" of temperatures may not be. */
function isPooling(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.kind !== 'head' || !saysHow(mention)) return false;
  return tokens
    .slice(mention.from, mention.to)
    .some(({ word, stem }) => nounOf(word) !== null && stem !== 'pool');
}

/** What weaker signs than a layer's name add: "pooling", "a 2x2 pool", an argument's name, numbers to pool. */
function spoken(page: Page, layers: readonly Mention[]): number {
  const noun = distinct(page, verbalNouns) > 0 ? 4 : distinct(page, plainNouns) > 0 ? 3 : 0;
  const how = layers.some(saysHow) ? 3 : 0;
  const named = distinct(page, ownArguments) > 0 ? 4 : 0;
  const data = page.shapes.length + page.arrays.length + page.code.arrays.length > 0 ? 2 : 0;
  const settings = page.settings.some(({ name }) => name === 'window') ? 3 : page.settings.length > 0 ? 2 : 0;
  return noun + how + named + data + settings;
}

const verbalNouns = wordSet('pooling pooled maxpool avgpool');
const plainNouns = wordSet('pool pools');

function saysHow(mention: Mention): boolean {
  if (mention.kind !== 'head') return true;
  return mention.head.reduce !== null || mention.head.saysWindow || mention.settings.length > 0;
}

/** How many of the words stand in the text. */
function distinct({ tokens }: Page, words: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (const { word, stem } of tokens) if (words.has(word) || words.has(stem)) found.add(stem);
  return found.size;
}

function sum(scores: readonly (readonly [string, number])[]): number {
  return scores.reduce((total, [, score]) => total + score, 0);
}
