import { expect } from 'vitest';
import type { Picture } from '../../src/picture/index.ts';
import { type Box, type ReadSvg, readSvg } from './read-svg.ts';

const SMALLEST_LETTERS = 13;
const ROUNDING = 0.02;

/** A picture that is well-formed, keeps everything inside, sets no text on text, and says in words what it shows. */
export function expectLegible(picture: Picture): ReadSvg {
  const { svg, width, height } = picture.draw();
  const read = readSvg(svg);
  expect([read.width, read.height]).toEqual([width, height]);
  expect(read.labels.filter((label) => label.size < SMALLEST_LETTERS)).toEqual([]);
  expect(read.labels.filter((label) => label.right <= label.left || label.text.trim() === '')).toEqual([]);
  expect([...read.labels, ...read.marks].filter((box) => !inside(box, width, height))).toEqual([]);
  expect(overlapping(read.labels)).toEqual([]);
  expect(picture.alt.length).toBeGreaterThan(20);
  expect(picture.alt).not.toMatch(/undefined|\[object|\u00A0/);
  return read;
}

/** The words on a picture, in the order they are drawn. */
export function words(read: ReadSvg): string[] {
  return read.labels.map((label) => label.text.replaceAll('\u00A0', ' '));
}

function inside(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function overlapping<Item extends Box>(boxes: readonly Item[]): [Item, Item][] {
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  return sorted.flatMap((a, index) => {
    const below = sorted.slice(index + 1);
    const end = below.findIndex((b) => b.top >= a.bottom - ROUNDING);
    return below
      .slice(0, end < 0 ? undefined : end)
      .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDING)
      .map((b): [Item, Item] => [a, b]);
  });
}
