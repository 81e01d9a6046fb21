import {
  always,
  isLocal,
  map,
  ofPooling,
  ofReduce,
  type Predicate,
  reduceRule,
  spot,
  value,
} from './predicate.ts';
import { strideIsOne } from './stride.ts';

/** What one window gives, and what is left of the input. */
export const windowPredicates: readonly Predicate[] = [
  {
    says: new RegExp(
      `^(?:take|pick|select|choose|return|output|keep|compute|use|give|find|extract|calculate|retain|propagate|be) (?:maximum|largest|strongest)${value}(?: (?:${spot}|${map}))?$`,
    ),
    holds: ofReduce('max'),
    rule: reduceRule,
  },
  {
    says: new RegExp(
      `^(?:take|return|output|compute|use|give|find|calculate|be) (?:average|mean)${value}(?: (?:of (?:all )?value )?(?:${spot}|${map}))?$|^(?:average|take average of|compute mean of) (?:all )?(?:value|element|activation|cell|number)(?: (?:${spot}|${map}))?$`,
    ),
    holds: ofReduce('average'),
    rule: reduceRule,
  },
  {
    says: new RegExp(
      `^(?:take|pick|select|choose|return|output|keep|compute|use|give|find|calculate|be) (?:minimum|smallest|lowest|sum|median|last|first)${value}(?: (?:${spot}|${map}))?$`,
    ),
    holds: (subject) => (ofReduce('max')(subject) === null ? null : 'never'),
    rule: reduceRule,
  },
  {
    says: /^be (?:fully |perfectly )?(?:invertible|reversible|lossless|bijective)(?: operation)?$|^preserve all (?:information|detail)$/,
    holds: ofPooling('never'),
    rule: always('loses'),
  },
  {
    says: /^(?:lose|discard|throw away|drop) (?:some )?(?:spatial |position(?:al)? |location )?(?:information|detail)$/,
    holds: ofPooling('always'),
    rule: always('loses'),
  },
  {
    says: /^(?:increase|enlarge|grow|expand|widen) receptive field(?: (?:of (?:later|following|subsequent|deeper) (?:layer|neuron|unit)))?$/,
    holds: (subject) =>
      isLocal(subject) || (subject.kind === 'pooling' && subject.window === null) ? 'always' : null,
    rule: always('receptive-field'),
  },
  {
    says: /^(?:decrease|reduce|shrink) receptive field$/,
    holds: ofPooling('never'),
    rule: always('receptive-field'),
  },
  {
    says: /^(?:overlap|have overlapping window|use overlapping window)$|^window overlap$/,
    holds: (subject, { framework, byDefault }) =>
      isLocal(subject) && byDefault ? strideIsOne(framework) : null,
    rule: always('overlap'),
  },
  {
    says: /^(?:pass|send|give|route) (?:gradient )?to first(?: (?:maximum|one|of them))? (?:on|in case of) tie$/,
    holds: ofReduce('max'),
    rule: always('ties'),
  },
];
