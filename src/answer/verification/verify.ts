import type { Question } from '../../question/index.ts';
import type { CheckedClaim } from './claim.ts';
import { checkClause } from './clause.ts';
import { nothingSaid } from './context.ts';
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
        context = { ...remember(statement.text, context, true), heading: statement.text };
        break;
      case 'code':
        context = traceCode(statement.code, context);
        break;
      case 'table':
        claims.push(...checkTable(statement, context));
        break;
      case 'sentence': {
        const checked: CheckedClaim[] = [];
        for (const { text, full } of statement.clauses) {
          const given = premise(full);
          const found = given ? [] : checkClause(text, full, context);
          checked.push(...found);
          context = remember(
            full,
            context,
            given?.understood ?? found.every(({ verdict }) => verdict !== 'unchecked'),
          );
        }
        claims.push(...joined(checked));
      }
    }
  }
  return claims;
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
