/**
 * How much of Slack's limit on all blocks together a value may take: the length of its JSON in the longest form
 * Slack could count, with everything outside ASCII and the signs it escapes written out.
 */
export function weight(value: unknown): number {
  const json = JSON.stringify(value);
  let total = 0;
  for (let at = 0; at < json.length; at++) total += charWeight(json.charCodeAt(at));
  return total;
}

export function charWeight(code: number): number {
  if (code > 0x7e) return 6;
  switch (code) {
    case 0x26: // & as &amp;
      return 5;
    case 0x3c: // < as &lt;
    case 0x3e: // > as &gt;
      return 4;
    case 0x0a: // a line end as \n
    case 0x22:
    case 0x2f: // / as \/
    case 0x5c:
      return 2;
    default:
      return 1;
  }
}
