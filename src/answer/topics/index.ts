import type { Question, TopicId } from '../../question/index.ts';
import { adaptivePoolingFacts } from './adaptive-pooling.ts';
import { architecturesFacts } from './architectures.ts';
import { averagePaddingCountFacts } from './average-padding-count.ts';
import { camFacts } from './cam.ts';
import { ceilModeFacts } from './ceil-mode.ts';
import { channelsFacts } from './channels.ts';
import { dataFormatFacts } from './data-format.ts';
import { defaultStrideFacts } from './default-stride.ts';
import { frameworkConvertFacts } from './framework-convert.ts';
import { gapOutputShapeFacts } from './gap-output-shape.ts';
import { gapVsFlattenFacts } from './gap-vs-flatten.ts';
import { globalMaxFacts } from './global-max.ts';
import { globalVsLocalFacts } from './global-vs-local.ts';
import { gradientFacts } from './gradient.ts';
import { invarianceFacts } from './invariance.ts';
import { keepdimsFacts } from './keepdims.ts';
import { layerOrderFacts } from './layer-order.ts';
import { linearInFeaturesFacts } from './linear-in-features.ts';
import { maskingFacts } from './masking.ts';
import { maxPaddingFacts } from './max-padding.ts';
import { maxVsAverageFacts } from './max-vs-average.ts';
import { nanValuesFacts } from './nan-values.ts';
import { ndimErrorFacts } from './ndim-error.ts';
import { nonSquareFacts } from './non-square.ts';
import { oddSizesFacts } from './odd-sizes.ts';
import { outputSizeFacts } from './output-size.ts';
import { overlappingFacts } from './overlapping.ts';
import { paddingModesFacts } from './padding-modes.ts';
import { parametersFacts } from './parameters.ts';
import { pool1dFacts } from './pool-1d.ts';
import { pool3dFacts } from './pool-3d.ts';
import { receptiveFieldFacts } from './receptive-field.ts';
import { reduceMeanFacts } from './reduce-mean.ts';
import { specialPoolingFacts } from './special-pooling.ts';
import { type Subject, subjectOf } from './subject.ts';
import { tiesFacts } from './ties.ts';
import { tooSmallErrorFacts } from './too-small-error.ts';
import { unpoolingFacts } from './unpooling.ts';
import { variableInputSizeFacts } from './variable-input-size.ts';
import { whyGapFacts } from './why-gap.ts';

/** The facts of every explanation, computed for a subject. */
const facts = {
  'global-vs-local': globalVsLocalFacts,
  'gap-vs-flatten': gapVsFlattenFacts,
  'gap-output-shape': gapOutputShapeFacts,
  keepdims: keepdimsFacts,
  'why-gap': whyGapFacts,
  architectures: architecturesFacts,
  'variable-input-size': variableInputSizeFacts,
  'output-size': outputSizeFacts,
  'default-stride': defaultStrideFacts,
  overlapping: overlappingFacts,
  'padding-modes': paddingModesFacts,
  'average-padding-count': averagePaddingCountFacts,
  'max-padding': maxPaddingFacts,
  'ceil-mode': ceilModeFacts,
  'odd-sizes': oddSizesFacts,
  'non-square': nonSquareFacts,
  'data-format': dataFormatFacts,
  channels: channelsFacts,
  'pool-1d': pool1dFacts,
  'pool-3d': pool3dFacts,
  'adaptive-pooling': adaptivePoolingFacts,
  'global-max': globalMaxFacts,
  'max-vs-average': maxVsAverageFacts,
  'reduce-mean': reduceMeanFacts,
  masking: maskingFacts,
  'linear-in-features': linearInFeaturesFacts,
  parameters: parametersFacts,
  gradient: gradientFacts,
  ties: tiesFacts,
  unpooling: unpoolingFacts,
  'receptive-field': receptiveFieldFacts,
  invariance: invarianceFacts,
  'layer-order': layerOrderFacts,
  cam: camFacts,
  'special-pooling': specialPoolingFacts,
  'nan-values': nanValuesFacts,
  'ndim-error': ndimErrorFacts,
  'too-small-error': tooSmallErrorFacts,
  'framework-convert': frameworkConvertFacts,
} as const satisfies Readonly<Record<TopicId, (subject: Subject) => object>>;

export type TopicFacts = { readonly [Id in TopicId]: ReturnType<(typeof facts)[Id]> };

/** A topic with the facts of its explanation. */
export type TopicAnswer<Id extends TopicId = TopicId> = { readonly id: Id; readonly facts: TopicFacts[Id] };

/** The facts of one topic's explanation, on the question's map or on a usual one. */
export function answerTopic<Id extends TopicId>(id: Id, question: Question): TopicAnswer<Id> {
  return { id, facts: (facts[id] as (subject: Subject) => TopicFacts[Id])(subjectOf(question)) };
}
