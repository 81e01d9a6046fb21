/** A question may be 16,000 characters long; looking up more terms than these takes long and finds nothing more. */
const mostTerms = 64;

/** Words that say nothing of what a text is about. Words that change a question (how, why, not) are not among them. */
const emptyWords = new Set(
  (
    'a an the is are was were be been am do does did i you he she it we they me my your our its this that these those ' +
    'of in on at to for from by with as and or if so can could should would will what there here have has had get got ' +
    'about between vs versus please help hi hello hey thanks just really any some'
  ).split(' '),
);

/**
 * The terms of a text, in order: words in lower case, names also by their parts (AveragePooling2D: average, pool;
 * pool_size: pool, size), endings that English adds taken off.
 */
export function termsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/n['’]t\b/gi, ' not')
    .split(/[^\p{L}\p{N}_]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/u)
    .filter((word) => word !== '')
    .flatMap((word) => [word, ...partsOf(word)])
    .map((word) => stem(word.toLowerCase()))
    .filter((word, i, words) => word !== words[i - 1] && !isEmptyWord(word));
}

/** The terms that are looked up for a query: each once, at most `mostTerms`. */
export function queryTerms(text: string): readonly string[] {
  return [...new Set(termsOf(text))].slice(0, mostTerms);
}

function partsOf(word: string): readonly string[] {
  if (word.includes('_')) return word.split('_');
  const parts = word.match(/\p{Lu}?\p{Ll}{2,}|\p{Lu}{2,}(?!\p{Ll})/gu) ?? [];
  return parts.length === 1 && parts[0] === word ? [] : parts;
}

const isEmptyWord = (word: string): boolean => emptyWords.has(word) || /^\p{Ll}$/u.test(word);

/** Forms that no ending tells. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['left', 'leave'],
  ['lost', 'lose'],
  ['gave', 'give'],
  ['given', 'give'],
  ['chose', 'choose'],
  ['chosen', 'choose'],
]);

function stem(word: string): string {
  const base = irregular.get(word);
  if (base !== undefined) return base;
  if (/^[a-z]{3,}ing$/.test(word) && word.length > 5) return word.slice(0, -3);
  return /^[a-z]{3,}[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}
