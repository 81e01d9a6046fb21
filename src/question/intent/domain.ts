import type { Page } from '../page.ts';
import { lexicon } from '../topic/lexicon.ts';
import type { TopicScores } from '../topic/search.ts';

const shared = new Set(lexicon.filter((topic) => topic.shared === true).map(({ topic }) => topic));

/** What else is called a pool. */
const otherPools = new Set([
  ...[
    'redis',
    'connection',
    'connections',
    'database',
    'db',
    'postgres',
    'postgresql',
    'mysql',
    'jdbc',
    'hikari',
    'sql',
  ],
  ...[
    'thread',
    'threads',
    'worker',
    'workers',
    'process',
    'multiprocessing',
    'executor',
    'job',
    'object',
    'string',
  ],
  ...[
    'swimming',
    'swim',
    'swimmer',
    'olympic',
    'lane',
    'lanes',
    'water',
    'chlorine',
    'tidal',
    'paddling',
    'whirlpool',
  ],
  ...[
    'car',
    'carpool',
    'ride',
    'table',
    'billiard',
    'billiards',
    'snooker',
    'cue',
    'party',
    'hotel',
    'garden',
    'motor',
  ],
  ...[
    'mining',
    'miner',
    'liquidity',
    'staking',
    'token',
    'gene',
    'talent',
    'prize',
    'betting',
    'office',
    'memory',
    'node',
  ],
  ...[
    'kubernetes',
    'aws',
    'azure',
    'ip',
    'dhcp',
    'storage',
    'disk',
    'zfs',
    'heap',
    'buffer',
    'httpx',
    'requests',
    'session',
  ],
]);

/** Words that belong to neural networks. */
const networkWords = new Set([
  ...[
    'layer',
    'conv',
    'cnn',
    'convnet',
    'convolution',
    'convolutional',
    'kernel',
    'feature',
    'channel',
    'tensor',
    'keras',
  ],
  ...[
    'torch',
    'pytorch',
    'tensorflow',
    'tf',
    'onnx',
    'network',
    'net',
    'model',
    'neural',
    'flatten',
    'dense',
    'linear',
  ],
  ...[
    'gap',
    'gradient',
    'backprop',
    'activation',
    'relu',
    'softmax',
    'padding',
    'stride',
    'maxpool',
    'average',
    'max',
  ],
  ...[
    'window',
    'map',
    'classifier',
    'cam',
    'image',
    'embedding',
    'batchnorm',
    'dropout',
    'unet',
    'densenet',
    'resnet',
  ],
  ...[
    'global',
    'overfit',
    'downsample',
    'downsampling',
    'receptive',
    'filter',
    'unpool',
    'unpooling',
    'keepdims',
    'ndim',
  ],
]);

/**
 * Whether a text is about pooling in neural networks. "Pool" alone is not enough: databases, swimmers and threads have
 * pools too.
 */
export function isAboutPooling(page: Page, cues: TopicScores): boolean {
  if (page.error !== null) return true;
  const network = page.tokens.some(({ stem }) => networkWords.has(stem));
  const foreign = page.tokens.some(({ word }) => otherPools.has(word));
  const layers = page.mentions.filter(({ kind }) => kind !== 'other');
  const sure = layers.some((mention) => mention.kind !== 'head' || saysHow(mention.head));
  if (sure) return true;
  const own = sum([...cues].filter(([topic]) => !shared.has(topic)));
  const all = sum([...cues]);
  const heads = layers.length > 0;
  if (foreign) return heads && network && own >= 4;
  if (heads) return network || all >= 2 || page.shapes.length > 0 || saysPooling(page);
  return own >= 5 || (network && (own >= 3 || all >= 8));
}

function saysHow(head: { readonly reduce: string | null; readonly saysWindow: boolean }): boolean {
  return head.reduce !== null || head.saysWindow;
}

/** The verbal noun is rarely used for anything else. */
function saysPooling(page: Page): boolean {
  return page.tokens.some(({ word }) => word === 'pooling' || word === 'pooled');
}

function sum(scores: readonly (readonly [string, number])[]): number {
  return scores.reduce((total, [, score]) => total + score, 0);
}
