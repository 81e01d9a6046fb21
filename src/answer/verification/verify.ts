import type { Question } from '../../question/index.ts';
import type { CheckedClaim } from './claim.ts';
import { checkClause } from './clause.ts';
import { type Context, nothingSaid } from './context.ts';
import { inNotation } from './notation.ts';
import { premise, remember, traceCode } from './remember.ts';
import { checkTable } from './table.ts';

/**
 * Checks every statement of a message; null where it is no message to check. A statement is right or wrong only where
 * all of it was understood and computed; everything else is left alone.
 */
export function verifyClaims(question: Question): readonly CheckedClaim[] | null {
  if (question.kind !== 'verify') return null;
  let context = nothingSaid(question.framework);
  const claims: CheckedClaim[] = [];
  for (const statement of question.statements) {
    switch (statement.kind) {
      case 'heading':
        context = underHeading(statement.text, context);
        break;
      case 'code':
        context = traceCode(statement.code, context);
        break;
      case 'table':
        claims.push(...checkTable(statement, context));
        break;
      case 'sentence': {
        const checked: CheckedClaim[] = [];
        for (const clause of statement.clauses) {
          const { full } = clause;
          const given = premise(full);
          const found = given ? [] : checkClause(clause, { ...context, listed: statement.listed });
          checked.push(...found);
          context = remember(
            inNotation(full, context.layer),
            { ...context, listed: statement.listed },
            given?.understood ?? found.every(({ verdict }) => verdict !== 'unchecked'),
          );
          for (const { verdict, truth } of found)
            if (truth?.kind === 'formula')
              context = { ...context, formula: verdict === 'right' ? truth.formula : null };
        }
        claims.push(...joined(checked));
      }
    }
  }
  return claims;
}

/** A heading that names a layer starts anew. */
function underHeading(text: string, context: Context): Context {
  const known = remember(text, context, true);
  return { ...known, heading: text, clear: known.clear || known.layer !== context.layer };
}

/** The parts of a sentence that are left alone are shown as one where they stand together. */
function joined(checked: readonly CheckedClaim[]): readonly CheckedClaim[] {
  const claims: CheckedClaim[] = [];
  for (const claim of checked) {
    const before = claims.at(-1);
    if (claim.verdict === 'unchecked' && before?.verdict === 'unchecked') {
      claims[claims.length - 1] = { ...before, text: `${before.text}, ${claim.text}` };
    } else claims.push(claim);
  }
  return claims;
}
