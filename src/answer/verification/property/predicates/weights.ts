import type { Holds, RuleId } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { always, count, isGlobal, opposite, type Predicate } from './predicate.ts';

const adjectives =
  '(?:trainable |learnable |learned |free |extra |additional |new |own |internal |any |model |tunable )*';
const weight = '(?:weight|parameter|bias)(?: (?:and|or) (?:weight|parameter|bias))?';

const weights = (subject: Subject): Holds => {
  switch (subject.kind) {
    case 'pooling':
    case 'flatten':
    case 'dropout':
    case 'activation':
      return 'never';
    case 'dense':
    case 'convolution':
    case 'normalization':
      return 'always';
  }
};
const weightRule = ({ kind }: Subject): RuleId =>
  kind === 'pooling'
    ? 'no-weights'
    : kind === 'dense' || kind === 'convolution' || kind === 'normalization'
      ? 'has-weights'
      : 'no-weights';
/** Whether a layer has anything to train. */
export const weightPredicates: readonly Predicate[] = [
  {
    says: new RegExp(
      `^(?:have|contain|use|add|introduce|require|need|learn|train|involve|come with|bring|store) ${adjectives}${weight}(?: (?:to (?:learn|train|be learned|be trained)|to (?:model|network)|of (?:it|they) own|at all|that be (?:learned|trained)))?$`,
    ),
    holds: weights,
    rule: weightRule,
  },
  {
    says: /^be (?:trainable|learnable|learned|trained)(?: (?:layer|operation))?$|^(?:learn|train) (?:anything|something)(?: (?:during training|from data))?$|^have (?:anything|something) to (?:learn|train)$/,
    holds: weights,
    rule: weightRule,
  },
  {
    says: /^be (?:(?:parameter|weight)(?: ?- ?| )free|parameterless|weightless|without (?:any )?(?:trainable |learnable )?(?:parameter|weight)|non ?- ?trainable)(?: (?:layer|operation))?$|^(?:learn|train) nothing$|^have nothing to (?:learn|train)$|^(?:work|operate) without (?:any )?(?:trainable |learnable )?(?:parameter|weight)$/,
    holds: (subject) => opposite(weights(subject)),
    rule: weightRule,
  },
  {
    says: new RegExp(
      `^(?:reduce|cut|lower|decrease|shrink|save|cut down) ${count}${adjectives}(?:weight|parameter)(?: (?:in|of|for) (?:following |next |subsequent |later |final |last |classification |dense |classifier |fully connected |head )*(?:layer|classifier|head|network|model))?(?: (?:compared (?:to|with)|versus|over) flatten(?:ing)?)?$`,
    ),
    holds: (subject) => (isGlobal(subject) ? 'always' : null),
    rule: always('fewer-weights'),
  },
];
