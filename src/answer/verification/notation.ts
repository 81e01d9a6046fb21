/** "A sequence of length 10" is a map with one axis. */
const ofLength =
  /\b(?:(?:an?|the) )?(?:(?:input|output|1d) )?(?:(?:sequence|signal|vector|input|output|array|series) )?(?:(?:of|with|has) )?(?:a )?length (?:of )?(\d+)\b/gi;

/** A global layer has nothing to set, so that its brackets are left out: "GlobalAveragePooling2D: (None, 7, 7, 64) → …". */
const bareGlobal = /^((?:\w+\.)*Global\w+Pool\w*)(?=:\s*[([]|\s+[([])/;

/** "If the input is 5x5 and we use …" says what is given. */
const supposed = /^(?:if|when|suppose|given that) (?=(?:the|our|my|your|an?) (?:input|image)\b)/i;

/** "The first convolution Conv2D(32, 3)": what it is called says no more than its name. */
const calledAs =
  /\b(?:(?:the|our|your) )?(?:first |next |last )?(?:convolution(?:al)?|conv|dense|pooling|max pooling|average pooling)(?: layer)? (?=(?:\w+\.)*(?:Conv|Dense|Linear|Max|Average|Avg|Global)\w*\()/gi;
const calledAgain =
  /\b(?:the|a|another) (?:second|third|fourth|another)? ?(?:convolution(?:al)?|conv|dense|pooling|max pooling|average pooling)(?: layer)? (?=(?:\w+\.)*(?:Conv|Dense|Linear|Max|Average|Avg|Global)\w*\()/gi;

/** A part with lengths and flattening as they are written in code; `layer` is the one that was spoken of. */
export function inNotation(text: string, layer: string | null): string {
  const said = text
    .replace(/^flattening (?:that|it|this|them)\b/i, 'then Flatten')
    .replace(bareGlobal, '$1()')
    .replace(supposed, '')
    .replace(calledAs, 'the ')
    .replace(calledAgain, 'another ');
  return /1d/i.test(`${said} ${layer ?? ''}`) ? said.replace(ofLength, '($1,)') : said;
}
