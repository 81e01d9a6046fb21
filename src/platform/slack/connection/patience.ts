import { setTimeout as sleep } from 'node:timers/promises';

/** A student who waits longer has given up: from then on a late answer is worse than a word that it failed. */
const longestWait = 20_000;
const attempts = 5;
const attemptTimeout = 10_000;

/**
 * `fetch` that waits out Slack's 429 as its `Retry-After` says, up to 20 s in all, and then hands the 429 on.
 * Throws as `fetch` does, and when Slack takes longer than 10 s to answer.
 */
export async function patientFetch(url: string | URL, init?: RequestInit): Promise<Response> {
  let left = longestWait;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(attemptTimeout) });
    const wait = response.status === 429 ? 1_000 * Number(response.headers.get('retry-after') ?? NaN) : NaN;
    if (!(wait <= left) || attempt === attempts) return response;
    left -= wait;
    await response.body?.cancel();
    await sleep(wait);
  }
}
