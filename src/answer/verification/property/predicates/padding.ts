import type { Holds, RuleId } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { always, opposite, type Predicate, type Said } from './predicate.ts';

/** What becomes of padding. */
export const paddingPredicates: readonly Predicate[] = [
  {
    says: /^(?:pad|fill|treat padding|use|pad (?:border|edge|input|map))(?: (?:border|edge|input|map))?(?: (?:with|as|by))? (?:zero|0)(?: padding)?(?: value)?$|^(?:treat|count|consider) (?:padding|padded (?:cell|value|pixel|position)) (?:as|like) (?:zero|0)$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.reduce === 'max' ? 'never' : null),
    rule: always('max-padding'),
  },
  {
    says: /^(?:pad|fill|use|pad (?:border|edge|input|map))(?: (?:border|edge|input|map))?(?: (?:with|as|by))? (?:-|−|minus |negative )?(?:∞|inf|infinity)(?: padding)?$|^(?:treat|count|consider) padding (?:as|like) (?:-|−|minus |negative )(?:∞|inf|infinity)$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.reduce === 'max' ? 'always' : null),
    rule: always('max-padding'),
  },
  {
    says: /^(?:count|include|average|consider|use|take into account|divide by) (?:padding|padded (?:cell|zero|value|pixel|position|element)|zero padding|zero|padding (?:cell|zero|value|pixel))(?: (?:in|into|when computing|for|towards) (?:average|mean|divisor|denominator|averaging|calculation|computation|window))?(?: too| as well)?$/,
    holds: countsPadding,
    rule: paddingRule,
  },
  {
    says: /^(?:ignore|exclude|skip|leave out|disregard|omit) (?:padding|padded (?:cell|zero|value|pixel|position|element)|zero padding|padding (?:cell|zero|value|pixel))(?: (?:in|from|when computing|for) (?:average|mean|divisor|denominator|averaging|calculation|computation))?$|^divide by (?:number of )?(?:real|actual|valid|non ?- ?padded) (?:cell|value|element|pixel)(?: only| alone)?$/,
    holds: (subject, said) => opposite(countsPadding(subject, said)),
    rule: paddingRule,
  },
];

/** Whether an average counts padded cells, by framework and by the layer's own argument. */
function countsPadding(subject: Subject, { framework }: Said): Holds | null {
  if (subject.kind !== 'pooling' || subject.window === 'global') return null;
  if (subject.reduce === 'max') return 'never';
  if (subject.reduce !== 'average') return null;
  const operation = subject.configuration?.operation;
  const own = subject.framework ?? framework;
  const told = subject.configuration?.args.count_include_pad;
  if (told && operation?.kind === 'pool' && operation.window.kind === 'local') {
    return operation.window.divisor.kind === 'real' ? 'never' : 'always';
  }
  switch (own) {
    case 'keras':
    case 'tensorflow':
    case 'onnx':
      return 'never';
    case 'torch':
    case 'flax':
    case 'mlx':
    case 'caffe':
      return 'always';
    case 'jax':
    case null:
      return null;
  }
}

function paddingRule(subject: Subject): RuleId {
  return subject.kind === 'pooling' && subject.reduce === 'max' ? 'max-padding' : 'count-padding';
}
