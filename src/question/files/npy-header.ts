import { FileRefusal } from './refusal.ts';

export interface NpyHeader {
  readonly descr: string;
  readonly columnMajor: boolean;
  readonly shape: readonly number[];
  /** Where the data begins. */
  readonly dataStart: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** NumPy's own limit for headers of files that are not trusted. */
const longestHeader = 10_000;
const highestRank = 32;

export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, at) => bytes[at] === byte);

/**
 * The header of a .npy file of version 1, 2 or 3: a Python dictionary of exactly `descr`, `fortran_order` and `shape`
 * (NumPy Enhancement Proposal 1, numpy.lib.format). Refuses everything else.
 */
export function readNpyHeader(bytes: Uint8Array): NpyHeader {
  if (!isNpy(bytes)) {
    throw new FileRefusal('npy-header', 'This is not a .npy file: it does not begin with the bytes of one.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3 || bytes.length < 12) {
    if (bytes.length < 12) throw cutOff();
    throw new FileRefusal(
      'npy-version',
      `The .npy file says it is of version ${version}; I read versions 1 to 3.`,
    );
  }
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > longestHeader) {
    throw new FileRefusal(
      'npy-header',
      `The header of the .npy file is ${length} bytes long; I read up to 10,000.`,
    );
  }
  if (start + length > bytes.length) throw cutOff();
  const text = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(
    bytes.subarray(start, start + length),
  );
  return { ...new HeaderReader(text).dictionary(), dataStart: start + length };
}

const cutOff = (): FileRefusal =>
  new FileRefusal('npy-size', 'The .npy file ends before its header does, so it was cut off on the way.');

/** Reads the dictionary token by token; anything that is not in it is a refusal. */
class HeaderReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  dictionary(): Omit<NpyHeader, 'dataStart'> {
    let descr: string | null = null;
    let columnMajor: boolean | null = null;
    let shape: readonly number[] | null = null;
    this.expect('{');
    while (!this.accept('}')) {
      const key = this.string();
      this.expect(':');
      if (key === 'descr' && descr === null) descr = this.dtype();
      else if (key === 'fortran_order' && columnMajor === null) columnMajor = this.boolean();
      else if (key === 'shape' && shape === null) shape = this.tuple();
      else throw this.broken();
      if (!this.accept(',')) {
        this.expect('}');
        break;
      }
    }
    this.spaces();
    if (this.at < this.text.length || descr === null || columnMajor === null || shape === null) {
      throw this.broken();
    }
    return { descr, columnMajor, shape };
  }

  private dtype(): string {
    this.spaces();
    if (this.text.charAt(this.at) === '[') {
      throw new FileRefusal(
        'npy-dtype',
        'The .npy file holds records with several fields; I read plain arrays of numbers.',
      );
    }
    return this.string();
  }

  private boolean(): boolean {
    if (this.accept('True')) return true;
    this.expect('False');
    return false;
  }

  private tuple(): number[] {
    const shape: number[] = [];
    this.expect('(');
    while (!this.accept(')')) {
      shape.push(this.length());
      if (shape.length > highestRank) throw this.broken();
      if (this.accept(',')) continue;
      this.expect(')');
      if (shape.length === 1) throw this.broken();
      break;
    }
    return shape;
  }

  private length(): number {
    this.spaces();
    const start = this.at;
    while (this.text.charAt(this.at) >= '0' && this.text.charAt(this.at) <= '9') this.at += 1;
    const digits = this.text.slice(start, this.at);
    this.accept('L');
    if (digits === '' || digits.length > 15) throw this.broken();
    return Number(digits);
  }

  private string(): string {
    this.spaces();
    const quote = this.text.charAt(this.at);
    const end = this.text.indexOf(quote, this.at + 1);
    if ((quote !== "'" && quote !== '"') || end < 0) throw this.broken();
    const text = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return text;
  }

  private accept(sign: string): boolean {
    this.spaces();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private expect(sign: string): void {
    if (!this.accept(sign)) throw this.broken();
  }

  private spaces(): void {
    while (' \n\t\0'.includes(this.text.charAt(this.at)) && this.at < this.text.length) this.at += 1;
  }

  private broken(): FileRefusal {
    return new FileRefusal(
      'npy-header',
      'The header of the .npy file is damaged, so its shape is not known.',
    );
  }
}
