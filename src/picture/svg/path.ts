/** Path data as written, every number rounded to hundredths of a unit: path`M${x} ${y}H${right}`. */
export function path(words: TemplateStringsArray, ...numbers: readonly number[]): string {
  return words.reduce((data, word, index) => {
    const number = numbers[index - 1] ?? 0;
    return `${data}${Math.round(number * 100) / 100}${word}`;
  });
}
