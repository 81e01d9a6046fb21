import type { FrameworkId } from '../../../../frameworks/index.ts';
import type { Holds, RuleId } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { always, isGlobal, isLocal, opposite, type Predicate, sizeWord } from './predicate.ts';

/** What global and adaptive pooling leave, and which sizes they take. */
export const globalPredicates: readonly Predicate[] = [
  {
    says: /^(?:give|return|output|produce|leave|keep|yield|compute) (?:one|single|1)(?: single)? (?:number|value|scalar|average|maximum|activation|feature) (?:per|for each|for every|for|in each|of each) (?:channel|feature map|filter|map)$|^(?:reduce|collapse|turn|squeeze|compress|map|convert|summari[sz]e|shrink) (?:each|every) (?:channel|feature map|map|spatial map|2d feature map) (?:to|into|in|by) (?:one|single|1)(?: single)? (?:number|value|scalar)$/,
    holds: (subject) => (isGlobal(subject) ? 'always' : isLocal(subject) ? 'never' : null),
    rule: (subject) => (isLocal(subject) ? 'valid-size' : 'one-number'),
  },
  {
    says: new RegExp(
      `^(?:average|pool|reduce|take (?:mean|average)|be (?:mean|average|computed|taken)|compute (?:mean|average))(?: (?:over|across|along|of))? (?:all )?(?:${sizeWord}|spatial axis|spatial position|position|entire feature map|feature map|each feature map)(?: (?:for|of|in) each channel| per channel)?$`,
    ),
    holds: (subject) =>
      subject.kind === 'pooling' && subject.window === 'global' && subject.reduce === 'average'
        ? 'always'
        : null,
    rule: always('global-mean'),
  },
  {
    says: new RegExp(
      `^(?:remove|drop|eliminate|collapse|discard|get rid of|squeeze(?: out)?) (?:both )?(?:${sizeWord}|spatial axis)$|^have (?:${sizeWord}|spatial axis) left$`,
    ),
    holds: (subject, { framework }) => dropsAxes(subject, framework),
    rule: always('drops-axes'),
  },
  {
    says: /^(?:accept|take|work (?:with|for|on|at)|handle|allow|support|can process|process|fit|be (?:applied|used) (?:to|on|with)) (?:input of |image of |map of )?(?:any|variable|arbitrary|different|varying|all|every)(?: ?- ?sized?)?(?: (?:input|image|spatial|feature map|map))*(?: (?:size|resolution|shape|dimension|input))*$/,
    holds: anySize,
    rule: sizeRule,
  },
  {
    says: /^(?:require|need|fix|expect|demand|force|have|assume|only work (?:with|for)|work only (?:with|for)) (?:input of )?(?:fixed|constant|specific|certain|one|known)(?: ?- ?sized?)?(?: (?:input|image|spatial|feature map|map))*(?: (?:size|resolution|shape|dimension|input))*$/,
    holds: (subject) => opposite(anySize(subject)),
    rule: sizeRule,
  },
  {
    says: /^(?:give|return|output|produce|yield|have|guarantee|force) (?:fixed|same|given|requested|specified|chosen|constant|target|desired)(?: ?- ?sized?)?(?: output)?(?: (?:size|shape|output))?(?: (?:for any input(?: size)?|regardless of input(?: size)?|whatever input(?: size)?(?: be)?|for all input size|of input size|independent of input size|no matter input size))?$/,
    holds: (subject) => (subject.kind === 'pooling' && subject.window === 'adaptive' ? 'always' : null),
    rule: always('adaptive-size'),
  },
];

function dropsAxes(subject: Subject, framework: FrameworkId | null): Holds | null {
  if (subject.kind !== 'pooling') return null;
  if (subject.window === 'local' || subject.window === 'adaptive') return 'never';
  if (subject.window !== 'global') return null;
  const operation = subject.configuration?.operation;
  if (operation?.kind === 'pool' && operation.window.kind === 'global')
    return operation.window.keepdims ? 'never' : 'always';
  const own = subject.framework ?? framework;
  return own === 'onnx' ? 'never' : own === 'keras' || own === 'tensorflow' || own === null ? 'always' : null;
}

function anySize(subject: Subject): Holds | null {
  if (subject.kind === 'dense') return 'never';
  if (subject.kind !== 'pooling') return null;
  return subject.window === 'global' || subject.window === 'adaptive' ? 'always' : null;
}

function sizeRule(subject: Subject): RuleId {
  return subject.kind === 'dense' ? 'fixed-size' : 'any-size';
}
