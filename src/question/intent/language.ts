import type { Unread } from '../question.ts';

/** How layers are written in languages that are not read here. */
const languages: readonly (readonly [string, RegExp])[] = [
  ['JavaScript', /\btf\.layers\.\w+\(\{/g],
  ['Julia', /\b(?:Chain|Conv|MaxPool|MeanPool)\(|=> ?\d/g],
  ['MATLAB', /\b(?:\w+InputLayer|\w+2dLayer|\w+ConnectedLayer|reluLayer|batchNormalizationLayer)\b/g],
  ['Java', /\bnew \w+Layer\.Builder\(/g],
];
const julia = /\bChain\(/;

/** A model in a language that is not read: at least two of its layers. */
export function inOtherLanguage(text: string): Unread | null {
  for (const [language, layer] of languages) {
    const found = text.match(layer) ?? [];
    if (found.length < 2 || (language === 'Julia' && !julia.test(text))) continue;
    return { reason: 'other-language', language };
  }
  return null;
}
