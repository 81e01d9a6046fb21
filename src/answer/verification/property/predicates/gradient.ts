import type { Holds, RuleId } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { always, ofPooling, ofReduce, opposite, type Predicate } from './predicate.ts';

/** Gradients, and linearity. */
export const gradientPredicates: readonly Predicate[] = [
  {
    says: /^(?:,? ?(?:in backward pass )?gradient )?(?:pass|route|send|go|flow|be (?:passed|routed|sent)|propagate|backpropagate|give|assign)(?: (?:all )?gradient)?(?: (?:to|through|back to|for))? (?:maximum|largest|winning|winner|argmax|maximal|max)(?: (?:value|element|cell|input|position|activation|pixel|entry|one))?(?: (?:of|in|from|within) (?:each |every )?window)?$/,
    holds: (subject) => ofReduce('max')(subject),
    rule: gradientRule,
    exclusive: true,
  },
  {
    says: /^(?:,? ?(?:in backward pass )?gradient )?(?:be )?(?:split|spread|share|shared|distribute|distributed|divide|divided|pass|passed|send|sent|go)(?: gradient)? ?(?:evenly|equally|uniformly)?(?: (?:among|over|across|between|to|for))?(?: (?:all|every|each))*(?: (?:cell|input|element|value|position|pixel|entry))?(?: (?:of|in|within) (?:each |every |pooling )?window)?(?: (?:evenly|equally|uniformly))?$/,
    holds: (subject) => opposite(ofReduce('max')(subject)),
    rule: gradientRule,
  },
  {
    says: /^,? ?(?:each|every) (?:cell|input|element|value|position|pixel|entry)(?: (?:of|in|within) window)? (?:get|receive) (?:share of )?1 ?\/ ?\(?k ?(?:\^ ?2|²|\* ?k|2)\)? of (?:upstream |incoming |output |window )?gradient$/,
    holds: (subject) =>
      subject.kind === 'pooling' && subject.window === 'local' ? opposite(ofReduce('max')(subject)) : null,
    rule: gradientRule,
  },
  {
    says: /^be (?:sub)?differentiable(?: (?:operation|function|layer|almost everywhere|with respect to (?:it )?input))?$|^allow (?:gradient to flow|backpropagation)$|^(?:let|allow) gradient (?:to )?(?:pass|flow)(?: through)?$/,
    holds: ofPooling('always'),
    rule: always('differentiable'),
  },
  {
    says: /^be differentiable everywhere$/,
    holds: (subject) =>
      subject.kind !== 'pooling'
        ? null
        : subject.reduce === 'average'
          ? 'always'
          : subject.reduce === 'max'
            ? 'never'
            : null,
    rule: always('differentiable'),
  },
  { says: /^(?:block|stop|kill) (?:all )?gradient$/, holds: ofPooling('never'), rule: gradientRule },
  {
    says: /^be linear(?: (?:operation|function|layer|map|operator|filter))?(?: (?:of|in) (?:it )?input)?$/,
    holds: linear,
    rule: (subject) => (linear(subject) === 'never' ? 'not-linear' : 'linear'),
  },
  {
    says: /^be non ?- ?linear(?: (?:operation|function|layer|map|operator|filter))?$|^(?:add|introduce) (?:non ?- ?linearity|nonlinearity)$|^be nonlinear(?: (?:operation|function|layer))?$/,
    holds: (subject) => opposite(linear(subject)),
    rule: (subject) => (linear(subject) === 'never' ? 'not-linear' : 'linear'),
  },
  {
    says: /^(?:and relu commute|commute with relu|and relu can be swapped|and relu be interchangeable)$/,
    holds: (subject) =>
      subject.kind === 'pooling' && subject.reduce === 'max'
        ? 'always'
        : subject.kind === 'pooling' && subject.reduce === 'average'
          ? 'never'
          : null,
    rule: always('commutes'),
  },
];

function linear(subject: Subject): Holds | null {
  if (subject.kind === 'convolution' || subject.kind === 'dense' || subject.kind === 'flatten')
    return 'always';
  if (subject.kind === 'activation') return 'never';
  if (subject.kind !== 'pooling') return null;
  return subject.reduce === 'average'
    ? 'always'
    : subject.reduce === 'max' || subject.reduce === 'min'
      ? 'never'
      : null;
}

function gradientRule(subject: Subject): RuleId {
  return subject.kind === 'pooling' && subject.reduce === 'max' ? 'max-gradient' : 'average-gradient';
}
