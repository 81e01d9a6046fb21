import type { Setting, SettingName } from '../layer/setting.ts';
import type { TopicId } from '../topics.ts';

const topics: Readonly<Partial<Record<SettingName, TopicId>>> = {
  padding: 'padding-modes',
  ceil: 'ceil-mode',
  'count-padding': 'average-padding-count',
  keepdims: 'keepdims',
  layout: 'data-format',
  'output-size': 'adaptive-pooling',
  divisor: 'average-padding-count',
  indices: 'unpooling',
  norm: 'special-pooling',
};

/** Topics that arguments in prose bring in, layer or not: "is pool_size=(3, 1) legal?" */
export function settingTopics(settings: readonly Setting[]): readonly (readonly [TopicId, number])[] {
  return settings.flatMap(({ name, value }): readonly (readonly [TopicId, number])[] => {
    if (name === 'window') return value.type === 'tuple' && isUneven(value.items) ? [['non-square', 3]] : [];
    if (name === 'stride') return value.type === 'none' ? [['default-stride', 3]] : [];
    const topic = topics[name];
    return topic === undefined ? [] : [[topic, 2]];
  });
}

function isUneven(items: readonly Setting['value'][]): boolean {
  return new Set(items.map((item) => (item.type === 'int' ? item.value : -1))).size > 1;
}
