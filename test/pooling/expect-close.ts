import { expect } from 'vitest';
import { get } from './slow-windows.ts';

/** Equal within a relative and absolute tolerance; NaN equals NaN; 0 and -0 are told apart only by `toBe` elsewhere. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++) {
    const [got, want] = [get(actual, index), get(expected, index)];
    const close = got === want || (Number.isNaN(got) && Number.isNaN(want));
    if (!close && !(Math.abs(got - want) <= tolerance * (1 + Math.abs(want)))) {
      expect.fail(`element ${index} is ${got}, not ${want}`);
    }
  }
}
