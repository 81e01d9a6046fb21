import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Loaded before the program (`node --import`): what Node makes of its files, types stripped and code compiled, is kept,
 * and the next start takes half as long. Where the folder cannot be written, nothing is kept. JavaScript, because for
 * one file of TypeScript Node would load all that strips types, which a start from the cache can do without.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/lifeguard'));
