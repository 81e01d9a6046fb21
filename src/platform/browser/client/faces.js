// @ts-check
/** @import { Face, FaceMessage, Size } from '../faces/face.ts' */
import { openDialog } from './dialog.js';
import { drawnPart } from './drawn.js';
import { element } from './element.js';
import { fetchFaces } from './server.js';

/**
 * Opens the three faces of an answer, side by side: each drawn from what its platform is sent, beside that platform's
 * limits.
 * @param {string} id
 */
export async function openFaces(id) {
  const faces = await fetchFaces(id);
  await openDialog({
    title: 'The same answer on each platform',
    parts: [element('div', { class: 'faces' }, ...faces.map(faceColumn))],
    submit: null,
  });
}

/** @param {Face} face */
function faceColumn({ platform, messages }) {
  const name = platform === 'Text' ? 'Plain text' : platform;
  const count = messages.length === 1 ? '1 message' : `${messages.length} messages`;
  return element(
    'section',
    { class: `face ${platform.toLowerCase()}`, 'aria-label': name },
    element('h3', {}, name, element('small', {}, platform === 'Text' ? '' : ` ${count}`)),
    ...messages.flatMap((message) => [drawnMessage(message, platform), ...measures(message)]),
  );
}

/**
 * @param {FaceMessage} message
 * @param {Face['platform']} platform
 */
function drawnMessage({ parts }, platform) {
  const head =
    platform === 'Text'
      ? null
      : element(
          'p',
          { class: 'from' },
          element('img', { src: '/mark.svg', alt: '', width: 32, height: 32 }),
          element('strong', {}, 'Lifeguard'),
          element('span', { class: 'app' }, 'APP'),
        );
  return element('div', { class: 'message' }, head, ...parts.map(drawnPart));
}

/** @param {FaceMessage} message */
function measures({ sizes, payload }) {
  return [
    element('ul', { class: 'sizes', 'aria-label': 'Size' }, ...sizes.map(measure)),
    element(
      'details',
      {},
      element('summary', {}, 'What is sent'),
      element('pre', { tabindex: '0', role: 'group', 'aria-label': 'What is sent' }, payload),
    ),
  ];
}

/** @param {Size} size */
function measure({ of, used, most }) {
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  if (most === null) return element('li', {}, `${number(used)} ${of}`);
  const meter = element('meter', { min: 0, max: most, value: used, high: most * 0.9, 'aria-label': of });
  return element('li', {}, `${number(used)} of ${number(most)} ${of}`, meter);
}
