// @ts-check
import { element } from './element.js';
import { scrolling } from './scrolling.js';

const keywords =
  'and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|' +
  'lambda|not|or|pass|raise|return|try|while|with|yield|True|False|None';

/** Each named group is the class of what it finds. */
const tokens = new RegExp(
  [
    '(?<comment>#.*)',
    '(?<string>[rbf]?(?:"""[\\s\\S]*?"""|\'\'\'[\\s\\S]*?\'\'\'|"(?:\\\\.|[^"\\\\\\n])*"|\'(?:\\\\.|[^\'\\\\\\n])*\'))',
    '(?<number>\\b\\d[\\d_]*(?:\\.\\d+)?(?:e[+-]?\\d+)?\\b)',
    `(?<keyword>\\b(?:${keywords})\\b)`,
    '(?<call>\\b[A-Za-z_]\\w*(?=\\())',
  ].join('|'),
  'g',
);

/**
 * Code in a box, Python with its parts in colours.
 * @param {string} code
 * @param {'python' | 'text'} language
 */
export function codeBlock(code, language) {
  const parts = language === 'python' ? highlighted(code) : [code];
  const name = language === 'python' ? 'Python code' : 'Text';
  return scrolling(name, 'code', element('pre', {}, element('code', {}, ...parts)));
}

/**
 * @param {string} code
 * @returns {readonly (Node | string)[]}
 */
export function highlighted(code) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let from = 0;
  for (const match of code.matchAll(tokens)) {
    const [name = ''] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    parts.push(code.slice(from, match.index), element('span', { class: name }, match[0]));
    from = match.index + match[0].length;
  }
  return [...parts, code.slice(from)];
}

/** A line of code rather than of prose: an import, an assignment, a call, or what a bracket leaves open. */
const codeLine = /^\s*(?:import |from \w|class \w|def \w|[\w.]+ ?= ?\S|[\w.]+\(.*[),]?$|[)\]}]+,?$|@\w)/;

/**
 * A question as it was typed: pasted code in a box of its own.
 * @param {string} text
 * @returns {readonly HTMLElement[]}
 */
export function questionParts(text) {
  const fenced = text.split(/^```\w*\n([\s\S]*?)\n?```$/m);
  if (fenced.length > 1)
    return fenced
      .map((part, at) => ({ part: part.trim(), isCode: at % 2 === 1 }))
      .filter(({ part }) => part !== '')
      .map(({ part, isCode }) => (isCode ? codeBlock(part, 'python') : element('p', {}, part)));
  const lines = text.split('\n');
  const isCode = lines.length > 1 && lines.filter((line) => codeLine.test(line)).length * 2 >= lines.length;
  return [isCode ? codeBlock(text, 'python') : element('p', {}, text)];
}
