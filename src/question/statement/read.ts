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
      return sentencesIn(plainText(block.text));
  }
}

function sentencesIn(paragraph: string): Statements {
  let asked = false;
  const statements = sentencesOf(paragraph).flatMap((sentence): readonly Statement[] => {
    const { text, asks } = unframed(sentence);
    asked ||= asks;
    const open = sentence.endsWith('?') && !asks;
    if (text === '' || open || text.endsWith(':') || isNoStatement(text)) return [];
    // "Can you check my notebook" asks to check something that is not said.
    if (asks && !statesSomething(text)) return [];
    const clauses = clausesOf(text);
    return clauses.length === 0 ? [] : [{ kind: 'sentence', clauses }];
  });
  return { statements, asked };
}
