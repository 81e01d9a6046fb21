import type { Answer, CheckedClaim, Truth } from '../answer/index.ts';
import { emphasis, type Inline, type Message, strong } from '../reply/index.ts';
import { equalityTitle } from './equality.ts';
import { formatCount, formatCrossed, formatNumber, formatShape } from './format.ts';
import { list, message, text } from './message.ts';
import { trueFormulas, trueSentences } from './verification-rule.ts';

/** The longest part of somebody's text that is quoted. */
const longestQuote = 200;
const mostValues = 16;

/** Each statement of a pasted answer, right, wrong with what is true, or left alone. */
export function explainVerification(claims: readonly CheckedClaim[]): Message {
  const unchecked = claims.filter(({ verdict }) => verdict === 'unchecked').length;
  return message({
    title: title(claims),
    blocks: [
      list(claims.map(claimLine)),
      ...(unchecked > 0
        ? [
            text(
              'What I left alone I can’t compute: I check shapes, values, counts of parameters, whether two layers are the same, and the rules of pooling.',
            ),
          ]
        : []),
    ],
  });
}

function title(claims: readonly CheckedClaim[]): string {
  const count = (wanted: CheckedClaim['verdict']) =>
    claims.filter(({ verdict }) => verdict === wanted).length;
  const [right, wrong, open] = [count('right'), count('wrong'), count('unchecked')];
  if (right + wrong === 0) return 'I found nothing in it that I can check';
  if (wrong === 0 && open === 0) return right === 1 ? 'That is right' : `All ${right} statements are right`;
  if (right + open === 0) return wrong === 1 ? 'That is wrong' : `All ${wrong} statements are wrong`;
  const parts = [
    ...(right > 0 ? [`${right} right`] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(open > 0 ? [`${open} left alone`] : []),
  ];
  return `Checked: ${parts.join(', ')}`;
}

function claimLine(claim: CheckedClaim): Inline {
  const quote = emphasis(
    claim.text.length > longestQuote ? `${claim.text.slice(0, longestQuote)}…` : claim.text,
  );
  switch (claim.verdict) {
    case 'right':
      return [strong('Right'), ': ', quote, ...reasonOf(claim.truth)];
    case 'wrong':
      return [strong('Wrong'), ': ', quote, ' → ', correction(claim.truth)];
    case 'unchecked':
      return [strong('Left alone'), ': ', quote];
  }
}

function reasonOf(truth: Truth): readonly Inline[] {
  return truth.kind === 'rule' ? [' – ', trueSentences[truth.rule]] : [];
}

/** What is true instead. */
export function correction(truth: Truth): string {
  switch (truth.kind) {
    case 'shape':
      return `it is ${formatShape(truth.shape, truth.batchAdded)}`;
    case 'values':
      return `it is ${truth.values.slice(0, mostValues).map(formatNumber).join(', ')}${truth.values.length > mostValues ? ', …' : ''}`;
    case 'count':
      return `it is ${formatCount(truth.value)} numbers`;
    case 'parameters':
      return `it has ${formatCount(truth.value)} parameters`;
    case 'layers':
      return `it has ${formatCount(truth.value)} of them`;
    case 'sum':
      return Number.isInteger(truth.exact)
        ? `${truth.written} = ${formatCount(truth.value)}`
        : `${truth.written} = ${formatNumber(truth.exact)}, rounded down ${formatCount(truth.value)}`;
    case 'formula':
      return trueFormulas[truth.formula];
    case 'default':
      return truth.value === null
        ? `${truth.layer} has no default for ${truth.argument}: it has to be given`
        : `${truth.argument} of ${truth.layer} is ${truth.value} by default`;
    case 'argument':
      return truth.takes
        ? `${truth.layer} takes ${truth.argument}`
        : `${truth.layer} has no argument ${truth.argument}`;
    case 'axes':
      return `${truth.layer} takes ${truth.input} axes and gives ${truth.output}, batch and channels counted`;
    case 'example':
      return `${formatCrossed(truth.input)} becomes ${formatCrossed(truth.output)}`;
    case 'refused':
      return truth.advice;
    case 'equality':
      return equalityTitle(truth.equality);
    case 'rule':
      return trueSentences[truth.rule];
  }
}

/** The true statement for each claim, null where there is nothing to correct; for the machine-readable answer. */
export function corrections({ verified }: Answer): readonly (string | null)[] {
  return (verified ?? []).map((claim) => (claim.verdict === 'wrong' ? correction(claim.truth) : null));
}
