export type FileRefusalCode =
  | 'too-large'
  | 'empty'
  | 'unknown-type'
  | 'wrong-extension'
  | 'too-many-values'
  | 'npy-header'
  | 'npy-version'
  | 'npy-dtype'
  | 'npy-size'
  | 'npy-integer'
  | 'csv-encoding'
  | 'csv-malformed'
  | 'csv-empty'
  | 'csv-ragged'
  | 'csv-not-a-number'
  | 'image-type'
  | 'image-broken';

/** A file that is not read, and why; the message is a sentence for whoever attached it. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileRefusal';
    this.code = code;
  }
}
