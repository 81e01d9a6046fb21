/** LaTeX commands as the signs and words that they stand for; in this order. */
const commands: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|big|bigg|Big|Bigg)(?![a-zA-Z])/g, ''],
  [/\\lfloor(?![a-zA-Z])/g, '⌊'],
  [/\\rfloor(?![a-zA-Z])/g, '⌋'],
  [/\\lceil(?![a-zA-Z])/g, '⌈'],
  [/\\rceil(?![a-zA-Z])/g, '⌉'],
  [/\\(?:times|cdot|ast)(?![a-zA-Z])/g, '×'],
  [/\\div(?![a-zA-Z])/g, '/'],
  [/\\(?:to|rightarrow|Rightarrow|longrightarrow|implies|mapsto)(?![a-zA-Z])/g, '→'],
  [/\\infty(?![a-zA-Z])/g, '∞'],
  [/\\(?:quad|qquad)(?![a-zA-Z])/g, ' '],
  [/\\(?:text|textbf|mathrm|mathbf|mathit|mathtt|texttt|operatorname)\s?\{([^{}]{0,80})\}/g, '$1'],
  [/\\[dt]?frac\s?\{([^{}]{0,80})\}\s?\{([^{}]{0,80})\}/g, '(($1)/($2))'],
  [/_\{([^{}]{0,40})\}/g, '_$1'],
  [/\\([%#&_${}])/g, '$1'],
  [/\\[,;:! ]/g, ' '],
  [/\\[()[\]]|\\\\/g, ' '],
];

/** Fractions may stand in fractions; deeper ones are nobody's formula for a pooling layer. */
const deepest = 3;

/** A stretch of Markdown and LaTeX as plain text: emphasis, links and dollars gone, formulas as people type them. */
export function plainText(written: string): string {
  let text = written;
  if (text.includes('\\')) {
    for (let depth = 0; depth < deepest; depth += 1) {
      for (const [pattern, plain] of commands) text = text.replace(pattern, plain);
    }
  }
  return text
    .replace(/\$\$?/g, ' ')
    .replace(/\[([^\][]{1,200})\]\(https?:[^)\s]{1,300}\)/g, '$1')
    .replace(/`+/g, '')
    .replace(/\*\*([^*\n]{1,300})\*\*/g, '$1')
    .replace(/(^|[\s(])[*_]([^*_\s\d][^*_\n]{0,200})[*_](?=[\s).,:;!?]|$)/g, '$1$2')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
