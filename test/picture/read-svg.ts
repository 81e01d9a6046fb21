import { SaxesParser } from 'saxes';

/** A box in user units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Label extends Box {
  readonly text: string;
  readonly size: number;
}

export interface ReadSvg {
  readonly width: number;
  readonly height: number;
  readonly labels: readonly Label[];
  /** Rectangles and circles. */
  readonly marks: readonly Box[];
}

/** What a picture holds, by a strict XML parser; throws where it is not well-formed. */
export function readSvg(svg: string): ReadSvg {
  const labels: Label[] = [];
  const marks: Box[] = [];
  let [width, height, defining] = [0, 0, 0];
  let open: Omit<Label, 'text'> | null = null;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const number = (key: string) => Number(attributes[key] ?? 0);
    if (name === 'svg') [width, height] = [number('width'), number('height')];
    if (name === 'defs') defining += 1;
    if (defining > 0) return;
    if (name === 'rect') marks.push(boxAt(number('x'), number('y'), number('width'), number('height')));
    if (name === 'circle') {
      const r = number('r');
      marks.push(boxAt(number('cx') - r, number('cy') - r, 2 * r, 2 * r));
    }
    if (name === 'text') {
      const size = number('font-size');
      open = { ...boxAt(number('x'), number('y') - 0.76 * size, number('textLength'), size), size };
      text = '';
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'defs') defining -= 1;
    if (name === 'text' && open !== null) labels.push({ ...open, text });
  });
  parser.write(svg).close();
  return { width, height, labels, marks };
}

function boxAt(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}
