import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault, SealBroken } from '../../src/store/vault.ts';

const vault = createVault('a key');

test('what is sealed opens again, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sealed = vault.seal(text, 'T1');
      expect(vault.open(sealed, 'T1')).toBe(text);
      expect(vault.seal(text, 'T1')).not.toBe(sealed);
    }),
    { numRuns: 30 },
  );
});

test('a changed byte, another place or another key breaks the seal', () => {
  const sealed = vault.seal('xoxb-1', 'T1');
  fc.assert(
    fc.property(fc.nat({ max: Buffer.from(sealed, 'base64').length - 1 }), (position) => {
      const bytes = Buffer.from(sealed, 'base64');
      bytes.writeUInt8((bytes.readUInt8(position) + 1) % 256, position);
      expect(() => vault.open(bytes.toString('base64'), 'T1')).toThrow(SealBroken);
    }),
    { numRuns: 30 },
  );
  expect(() => vault.open(sealed, 'T2')).toThrow(SealBroken);
  expect(() => createVault('b key').open(sealed, 'T1')).toThrow(SealBroken);
  expect(() => vault.open('', 'T1')).toThrow(SealBroken);
});

test('a pseudonym is stable for one key and tells two people apart', () => {
  expect(vault.pseudonym('c', 'e', 'u')).toBe(createVault('a key').pseudonym('c', 'e', 'u'));
  expect(vault.pseudonym('c', 'e', 'u')).not.toBe(vault.pseudonym('c', 'e2', 'u'));
  expect(vault.pseudonym('a', 'bc')).not.toBe(vault.pseudonym('ab', 'c'));
  expect(vault.pseudonym('c', 'e', 'u')).not.toBe(createVault('b key').pseudonym('c', 'e', 'u'));
});
