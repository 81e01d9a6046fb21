import { applyEdits, type Edit, type MappedText } from './offsets.ts';

/** Signs that chat programs and word processors put in the place of Python's. */
const plainSigns: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u2032': "'",
  '\u00b4': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u00d7': 'x',
  '\u2715': 'x',
  '\u2217': '*',
  '\u22c5': '*',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
  '\uff08': '(',
  '\uff09': ')',
  '\uff3b': '[',
  '\uff3d': ']',
  '\uff0c': ',',
  '\uff1d': '=',
  '\u3001': ',',
};

/** The text with plain signs (quotes, minus, x for ×, spaces), each with its place in the text as it was typed. */
export function normaliseSigns(text: string): MappedText {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0xa0) continue;
    const plain = plainSigns[text.charAt(at)];
    if (plain !== undefined) edits.push({ at, remove: 1, insert: plain });
  }
  return applyEdits(text, edits);
}
