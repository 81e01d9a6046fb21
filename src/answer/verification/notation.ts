/** "A sequence of length 10" is a map with one axis. */
const ofLength =
  /\b(?:(?:an?|the) )?(?:(?:input|output|1d) )?(?:(?:sequence|signal|vector|input|output|array|series) )?(?:(?:of|with|has) )?(?:a )?length (?:of )?(\d+)\b/gi;

/** A part with lengths and flattening as they are written in code; `layer` is the one that was spoken of. */
export function inNotation(text: string, layer: string | null): string {
  const said = text.replace(/^flattening (?:that|it|this|them)\b/i, 'then Flatten');
  return /1d/i.test(`${said} ${layer ?? ''}`) ? said.replace(ofLength, '($1,)') : said;
}
