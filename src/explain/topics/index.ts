import type { Answer, TopicAnswer } from '../../answer/index.ts';
import { type TopicId, topicIds } from '../../question/index.ts';
import { type Block, code, type Message, strong } from '../../reply/index.ts';
import { assumptionLines } from '../assumptions.ts';
import { message, text } from '../message.ts';
import { prose } from '../prose.ts';
import { explainUnread } from '../unread.ts';
import { adaptivePooling } from './adaptive-pooling.ts';
import { architectures } from './architectures.ts';
import { averagePaddingCount } from './average-padding-count.ts';
import { cam } from './cam.ts';
import { ceilMode } from './ceil-mode.ts';
import { channels } from './channels.ts';
import { dataFormat } from './data-format.ts';
import { defaultStride } from './default-stride.ts';
import { frameworkConvert } from './framework-convert.ts';
import { gapOutputShape } from './gap-output-shape.ts';
import { gapVsFlatten } from './gap-vs-flatten.ts';
import { globalMax } from './global-max.ts';
import { globalVsLocal } from './global-vs-local.ts';
import { gradient } from './gradient.ts';
import { invariance } from './invariance.ts';
import { keepdims } from './keepdims.ts';
import { layerOrder } from './layer-order.ts';
import { linearInFeatures } from './linear-in-features.ts';
import { masking } from './masking.ts';
import { maxPadding } from './max-padding.ts';
import { maxVsAverage } from './max-vs-average.ts';
import { nanValues } from './nan-values.ts';
import { ndimError } from './ndim-error.ts';
import { nonSquare } from './non-square.ts';
import { oddSizes } from './odd-sizes.ts';
import { outputSize } from './output-size.ts';
import { overlapping } from './overlapping.ts';
import { paddingModes } from './padding-modes.ts';
import { parameters } from './parameters.ts';
import { pool1d } from './pool-1d.ts';
import { pool3d } from './pool-3d.ts';
import { receptiveField } from './receptive-field.ts';
import { reduceMean } from './reduce-mean.ts';
import { specialPooling } from './special-pooling.ts';
import { ties } from './ties.ts';
import { tooSmallError } from './too-small-error.ts';
import type { Topic } from './topic.ts';
import { unpooling } from './unpooling.ts';
import { variableInputSize } from './variable-input-size.ts';
import { whyGap } from './why-gap.ts';

const topics: { readonly [Id in TopicId]: Topic<Id> } = {
  'global-vs-local': globalVsLocal,
  'gap-vs-flatten': gapVsFlatten,
  'gap-output-shape': gapOutputShape,
  keepdims: keepdims,
  'why-gap': whyGap,
  architectures: architectures,
  'variable-input-size': variableInputSize,
  'output-size': outputSize,
  'default-stride': defaultStride,
  overlapping: overlapping,
  'padding-modes': paddingModes,
  'average-padding-count': averagePaddingCount,
  'max-padding': maxPadding,
  'ceil-mode': ceilMode,
  'odd-sizes': oddSizes,
  'non-square': nonSquare,
  'data-format': dataFormat,
  channels: channels,
  'pool-1d': pool1d,
  'pool-3d': pool3d,
  'adaptive-pooling': adaptivePooling,
  'global-max': globalMax,
  'max-vs-average': maxVsAverage,
  'reduce-mean': reduceMean,
  masking: masking,
  'linear-in-features': linearInFeatures,
  parameters: parameters,
  gradient: gradient,
  ties: ties,
  unpooling: unpooling,
  'receptive-field': receptiveField,
  invariance: invariance,
  'layer-order': layerOrder,
  cam: cam,
  'special-pooling': specialPooling,
  'nan-values': nanValues,
  'ndim-error': ndimError,
  'too-small-error': tooSmallError,
  'framework-convert': frameworkConvert,
};

/** The first topic in full; the next one that the question touches in short, unless it is the topic's name alone. */
export function explainTopics({ topics: asked, question }: Answer): Message {
  const [first, next] = asked;
  if (!first) return explainUnread({ reason: 'incomplete', missing: ['question'] });
  return message({
    title: topics[first.id].title,
    blocks: [...explainTopic(first), ...(next && !isName(question.text) ? explainShortly(next) : [])],
    assumptions: assumptionLines(question),
  });
}

const isName = (text: string): boolean => topicIds.some((id) => id === text.trim());

/** One topic: how it is, what is often believed, and a question to try. */
export function explainTopic<Id extends TopicId>({ id, facts }: TopicAnswer<Id>): readonly Block[] {
  const { explain, misconception, next } = topicOf(id);
  const { believed, actual } = misconception(facts);
  return [
    ...explain(facts),
    text(strong('Often believed: '), prose(believed), '. ', strong('In fact: '), prose(actual)),
    text('Try next: ', code(next)),
  ];
}

function explainShortly<Id extends TopicId>({ id, facts }: TopicAnswer<Id>): readonly Block[] {
  const { title, explain } = topicOf(id);
  return [text(strong(title)), ...explain(facts).slice(0, 1)];
}

/** The words of a topic. */
export function topicOf<Id extends TopicId>(id: Id): Topic<Id> {
  return topics[id];
}
