// @ts-check

/** What was sent before, for the arrow keys: up to the older, down to the newer and back to what was being typed. */
export function createHistory() {
  /** @type {string[]} */
  const sent = [];
  let at = 0;
  let typing = '';
  return {
    /** @param {string} text */
    add: (text) => {
      if (sent.at(-1) !== text) sent.push(text);
      at = sent.length;
    },
    /**
     * @param {string} shown what the box holds now
     * @returns {string | null} null where there is nothing older
     */
    older: (shown) => {
      if (at === 0) return null;
      if (at === sent.length) typing = shown;
      at--;
      return sent[at] ?? null;
    },
    /** @returns {string | null} null where nothing newer is */
    newer: () => {
      if (at === sent.length) return null;
      at++;
      return sent[at] ?? typing;
    },
  };
}
