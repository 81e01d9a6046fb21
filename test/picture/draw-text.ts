import sharp from 'sharp';
import { FONT } from '../../src/picture/paint/palette.ts';
import { rasterize } from '../../src/picture/raster.ts';
import { element, serialize } from '../../src/picture/svg/element.ts';
import { textWidth } from '../../src/picture/text/measure.ts';

// Between two letters, so that the room beside the outermost ones drops out of the difference.
const text = '(0123456789) ⌊−3.5⌋ × 16 ÷ 4 ≈ ∞';
const wide = (await inkOf(`H${text}H`)) - (await inkOf('HH'));
process.stdout.write(`${wide} ${textWidth(text, 20)}`);

/** How wide the ink of a text is in pixels. */
async function inkOf(line: string): Promise<number> {
  const [width, height] = [600, 60];
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height },
    element('rect', { width, height, fill: '#FFFFFF' }),
    element('text', { x: 20, y: 40, 'font-family': FONT, 'font-size': 20 }, line),
  );
  const png = await rasterize({ svg: serialize(svg), width, height });
  const { info } = await sharp(png).trim().toBuffer({ resolveWithObject: true });
  return info.width;
}
