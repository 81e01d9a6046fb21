import type { PythonValue } from '../../../../frameworks/index.ts';
import type { Span } from '../../../question.ts';
import { numberLiteral, stringLiteral } from '../../evaluate/literal.ts';
import type { CodeProblem } from '../../problem.ts';
import { scan, type Token } from '../../scan.ts';

/** One `name: value` or `name { … }` of a prototxt file. */
export interface Field {
  readonly name: string;
  readonly value: PythonValue | null;
  readonly fields: readonly Field[];
  readonly span: Span;
}

const deepest = 16;

/** The fields of that name inside of another. */
export const named = (field: Field, name: string): readonly Field[] =>
  field.fields.filter((inner) => inner.name === name);

/** Reads the fields of a prototxt file, its comments and the braces that are never closed. */
export class FieldReader {
  private readonly source: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  readonly comments: Span[] = [];
  readonly problems: CodeProblem[] = [];

  constructor(source: string) {
    this.source = source;
    const tokens = [...scan(source)];
    for (const { kind, from, to } of tokens) {
      if (kind === 'comment') this.comments.push({ start: from, end: to });
    }
    this.tokens = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'newline');
  }

  /** The fields up to the closing brace, or to the end. */
  fields(depth: number): Field[] {
    const fields: Field[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (!token || (this.word() === '}' && depth > 1)) return fields;
      this.at += 1;
      if (token.kind !== 'name') continue;
      const name = this.source.slice(token.from, token.to);
      if (this.word() === ':') this.at += 1;
      const value = this.word() === '{' ? null : this.value();
      const inner = this.word() === '{' && value === null ? this.block(depth) : [];
      const end = this.tokens[this.at - 1]?.to ?? token.to;
      fields.push({ name, value, fields: inner, span: { start: token.from, end } });
    }
  }

  private block(depth: number): Field[] {
    const open = this.tokens[this.at];
    this.at += 1;
    if (!open || depth >= deepest) return [];
    const fields = this.fields(depth + 1);
    if (this.word() === '}') this.at += 1;
    else {
      const span = { start: open.from, end: open.to };
      this.problems.push({ kind: 'unclosed', bracket: '{', span });
    }
    return fields;
  }

  private word(): string {
    const token = this.tokens[this.at];
    return token ? this.source.slice(token.from, token.to) : '';
  }

  private value(): PythonValue | null {
    const negative = this.word() === '-';
    if (negative) this.at += 1;
    const token = this.tokens[this.at];
    const word = this.word();
    switch (token?.kind) {
      case 'number': {
        this.at += 1;
        const value = numberLiteral(word);
        if (value.type !== 'int' && value.type !== 'float') return null;
        return negative
          ? { type: value.type, value: -value.value }
          : { type: value.type, value: value.value };
      }
      case 'string': {
        this.at += 1;
        const value = stringLiteral(word);
        return value.type === 'str' ? value : null;
      }
      case 'name':
        if (this.isFieldName()) return null;
        this.at += 1;
        return word === 'true' || word === 'false'
          ? { type: 'bool', value: word === 'true' }
          : { type: 'str', value: word };
      default:
        return null;
    }
  }

  /** A name with a colon or a brace behind it begins the next field: the value before it is missing. */
  private isFieldName(): boolean {
    const next = this.tokens[this.at + 1];
    return next !== undefined && ':{'.includes(this.source.slice(next.from, next.to));
  }
}
