import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, State, Extension as SyntaxExtension, Tokenizer } from 'micromark-util-types';

/** `{{command text}}` in an entry's Markdown: computed when the entry is shown. */
export interface LivePart {
  readonly type: 'livePart';
  /** As written, with its braces. */
  readonly source: string;
  readonly command: string;
  readonly text: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    livePart: LivePart;
  }
  interface RootContentMap {
    livePart: LivePart;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    livePart: 'livePart';
  }
}

const openBrace = 123;
const closeBrace = 125;
const isLineEnd = (code: Code): boolean => code === null || code < -2;

/** Braces bind like the backticks of code: no other mark is read inside, and `\{` or code keep them literal. */
const tokenize: Tokenizer = (effects, ok, nok) => {
  const first: State = (code) => {
    effects.enter('livePart');
    effects.consume(code);
    return second;
  };
  const second: State = (code) => {
    if (code !== openBrace) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code) => {
    if (isLineEnd(code)) return nok(code);
    effects.consume(code);
    return code === closeBrace ? closing : inside;
  };
  const closing: State = (code) => {
    if (code !== closeBrace) return inside(code);
    effects.consume(code);
    effects.exit('livePart');
    return ok;
  };
  return first;
};

export const liveSyntax: SyntaxExtension = { text: { [openBrace]: { name: 'livePart', tokenize } } };

export const liveTree: TreeExtension = {
  enter: {
    livePart(token) {
      this.enter(toLivePart(this.sliceSerialize(token)), token);
    },
  },
  exit: {
    livePart(token) {
      this.exit(token);
    },
  },
};

function toLivePart(source: string): LivePart {
  const [word = '', ...rest] = source.slice(2, -2).trim().split(/\s+/);
  // As people type commands in a chat, a slash before it is fine, and so are capitals.
  const command = word.replace(/^\//, '').toLowerCase();
  return { type: 'livePart', source, command, text: rest.join(' ') };
}
