import { fileURLToPath } from 'node:url';
import type { Sharp, SharpOptions } from 'sharp';
import type { Drawing } from './picture.ts';

/** Pixels for each user unit: sharp on displays with two pixels for each CSS pixel. */
const SCALE = 2;
/** At this resolution librsvg draws one user unit as one pixel. */
const UNIT_DENSITY = 72;

let loading: Promise<(input: Uint8Array, options: SharpOptions) => Sharp> | undefined;

/**
 * The drawing as a PNG, twice as wide and high in pixels as in user units. Rejects when the image library cannot be
 * loaded. To be called from the main thread: a worker's `process.env` is a copy which the font search does not see.
 */
export async function rasterize(drawing: Drawing): Promise<Uint8Array> {
  loading ??= loadSharp();
  const sharp = await loading;
  const svg = new TextEncoder().encode(drawing.svg);
  return sharp(svg, { density: UNIT_DENSITY * SCALE })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** Loaded when the first picture is asked for; the fonts must be known before, as they are searched once. */
async function loadSharp() {
  process.env.FONTCONFIG_PATH = fileURLToPath(new URL('font', import.meta.url));
  process.env.FONTCONFIG_FILE = 'fonts.conf';
  const { default: sharp } = await import('sharp');
  return sharp;
}
