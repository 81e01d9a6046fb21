export type Attribute = string | number | undefined;

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly children: readonly (Element | string)[];
}

/** An SVG element; numbers are rounded to hundredths of a unit and attributes that are undefined are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Element | string)[]
): Element {
  return { tag, attributes, children };
}

/** The element as text. The only place where strings become markup, so the only place that escapes. */
export function serialize(node: Element | string): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => ` ${name}="${escapeText(typeof value === 'number' ? round(value) : String(value))}"`,
    )
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.children.map(serialize).join('')}</${node.tag}>`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return [...text]
    .map((character) => ENTITIES[character] ?? (isXmlCharacter(character) ? character : '\uFFFD'))
    .join('');
}

/** XML 1.0 allows no control characters but tab and line ends, no lone surrogates and no non-characters. */
function isXmlCharacter(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 0x09 || point === 0x0a || point === 0x0d;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}
