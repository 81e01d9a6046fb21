import type { Mention } from '../layer/mention.ts';
import type { Page } from '../page.ts';
import { lexicon } from '../topic/lexicon.ts';
import type { TopicScores } from '../topic/search.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';

const shared = new Set(lexicon.filter((topic) => topic.shared === true).map(({ topic }) => topic));

/** What else is called a pool. */
const otherPools = wordSet(`
  redis connection connections database db postgres postgresql mysql mongodb jdbc hikari sql pgbouncer thread threads
  threading threadpool worker workers process processes multiprocessing executor job object string swimming swim swimmer
  olympic lane lanes water chlorine tidal paddling whirlpool car carpool ride table billiard billiards snooker party hotel
  garden motor mining miner liquidity staking crypto gene talent prize betting office memory node kubernetes aws azure ip
  dhcp storage disk zfs heap buffer httpx requests session calories minutes java spring
`);

/** Words that hardly stand outside neural networks. */
const ownWords = wordSet(`
  layer conv cnn convnet convolution convolutional kernel channel tensor keras torch pytorch tensorflow tf onnx neural
  flatten dense gap gradient backprop relu softmax stride maxpool classifier cam embedding batchnorm dropout unet densenet
  resnet densenet121 resnet50 vgg vgg16 mobilenet inception alexnet lenet downsample downsampling receptive unpool unpooling keepdims ndim avgpool encoder decoder
`);

/** Words that neural networks share with much else. */
const sharedWords = wordSet(`
  feature network net model linear activation padding average max window map image global overfit filter height width
  pixel pooling pooled framework
`);

/** Arguments that only pooling layers have. */
const ownArguments = wordSet(
  'pool_size ceil_mode count_include_pad keepdims return_indices divisor_override output_size kernel_size',
);

/**
 * Whether a text is about pooling in neural networks. "Pool" alone is not enough: databases, swimmers and threads have
 * pools too.
 */
export function isAboutPooling(page: Page, cues: TopicScores): boolean {
  if (page.error !== null) return true;
  const { tokens } = page;
  const own = tokens.some(({ stem }) => ownWords.has(stem));
  const network = own || page.settings.length > 0 || tokens.some(({ stem }) => sharedWords.has(stem));
  const layers = page.mentions.filter(({ kind }) => kind !== 'other');
  if (layers.some(({ kind }) => kind !== 'head')) return true;
  if (layers.some((mention) => saysHow(mention) && isPooling(tokens[mention.to - 1]))) return true;
  if (!own && tokens.some(({ word }) => otherPools.has(word))) return false;
  if (layers.some(saysHow) || tokens.some(({ word }) => ownArguments.has(word))) return true;
  const telling = sum([...cues].filter(([topic]) => !shared.has(topic)));
  if (own && page.shapes.length > 0) return true;
  if (layers.length > 0 && (network || page.shapes.length > 0)) return true;
  return telling >= 5 || (network && (telling >= 3 || sum([...cues]) >= 5));
}

/** "Max pooling" is ours, a "max pool" of connections is not. */
function isPooling(token: Token | undefined): boolean {
  return token !== undefined && token.stem !== 'pool';
}

function saysHow(mention: Mention): boolean {
  if (mention.kind !== 'head') return true;
  return mention.head.reduce !== null || mention.head.saysWindow || mention.settings.length > 0;
}

function sum(scores: readonly (readonly [string, number])[]): number {
  return scores.reduce((total, [, score]) => total + score, 0);
}
