// @ts-check
/** @import { Asking, Choice, Outcome, Welcome } from '../wire.ts' */
/** @import { Face } from '../faces/face.ts' */

/** This tab's name: it is a person of its own, and nobody can guess who. */
const tab = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

/** Nothing came back that could be shown; the message is for the person. */
export class Unanswered extends Error {}

/** @returns {Promise<Welcome>} */
export const fetchWelcome = () => request('/welcome');

/**
 * @param {Asking} asking
 * @param {readonly File[]} files
 * @returns {Promise<Outcome>}
 */
export function ask(asking, files) {
  const body = new FormData();
  body.append('asking', JSON.stringify(asking));
  for (const file of files) body.append('file', file, file.name);
  return request('/answers', { method: 'POST', body });
}

/**
 * @param {string} id
 * @returns {Promise<readonly Face[]>}
 */
export const fetchFaces = (id) => request(`/answers/${id}/faces`);

/** @param {string} id */
export function forget(id) {
  // The page has let it go already; that the server keeps it a while longer does not matter.
  fetch(`/answers/${id}`, { method: 'DELETE', headers: { 'x-tab': tab }, keepalive: true }).catch(() => {});
}

/**
 * What may stand for an option's beginning; nothing while the server is away.
 * @param {string} command
 * @param {string} option
 * @param {string} typed
 * @returns {Promise<readonly Choice[]>}
 */
export async function complete(command, option, typed) {
  try {
    return await request(`/completions?${new URLSearchParams({ command, option, typed })}`);
  } catch {
    return [];
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function request(path, init = {}) {
  const answered = await fetch(path, { ...init, headers: { 'x-tab': tab } }).catch(() => null);
  if (answered === null)
    throw new Unanswered('I can’t be reached: the program that serves this page has stopped.');
  if (answered.status === 413) throw new Unanswered('This is too much for one question.');
  if (!answered.ok) throw new Unanswered(await answered.text());
  return answered.json();
}
