import { type Block, blocksOf } from './blocks.ts';
import { clausesOf, statesSomething } from './clauses.ts';
import { isNoStatement, unframed } from './framing.ts';
import { plainText } from './markup.ts';
import { sentencesOf } from './sentences.ts';
import type { Statement } from './statement.ts';

/** What a message states, and whether it asks if that is true. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** Somebody asks whether a statement of theirs holds: "is that right?", "is it true that …". */
  readonly asked: boolean;
}

/** Reads a message as statements: sentences cut into clauses, code, tables, headings. Questions and greetings are left out. */
export function readStatements(message: string): Statements {
  const pieces = blocksOf(message).map(piecesOf);
  return {
    statements: pieces.flatMap(({ statements }) => statements),
    asked: pieces.some(({ asked }) => asked),
  };
}

function piecesOf(block: Block): Statements {
  switch (block.kind) {
    case 'code':
      return { statements: [{ kind: 'code', code: block.text }], asked: false };
    case 'table': {
      const rows = block.rows.map((row) => row.map(plainText));
      return { statements: [{ kind: 'table', header: block.header.map(plainText), rows }], asked: false };
    }
    case 'heading':
      return { statements: [{ kind: 'heading', text: plainText(block.text) }], asked: false };
    case 'prose':
    case 'item':
      return sentencesIn(plainText(block.text), block.kind === 'item');
  }
}

/** A quotation mark that has no other in its sentence says only who speaks. */
function unquoted(sentence: string): string {
  return (sentence.match(/"/g) ?? []).length % 2 === 1
    ? sentence.replace(/^["\s]+|["\s]+$/g, '').replace(/"/, '')
    : sentence;
}

function sentencesIn(paragraph: string, listed: boolean): Statements {
  let asked = false;
  const statements = sentencesOf(paragraph).flatMap((written): readonly Statement[] => {
    const sentence = unquoted(written);
    const { text, asks } = unframed(sentence);
    asked ||= asks;
    const open = sentence.endsWith('?') && !asks;
    if (!/\S\s+\S|[=→]/.test(text) || open || text.endsWith(':') || isNoStatement(text)) return [];
    // "Can you check my notebook" asks to check something that is not said.
    if (asks && !statesSomething(text)) return [];
    const clauses = clausesOf(text);
    return clauses.length === 0 ? [] : [{ kind: 'sentence', clauses, listed }];
  });
  return { statements, asked };
}
