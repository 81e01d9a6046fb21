import { CsvError, parse } from 'csv-parse/sync';
import { type ArrayFile, checkFileSize, checkValueCount, type FileNote } from './array-file.ts';
import { FileRefusal } from './refusal.ts';

const delimiters = [';', '\t', ','] as const;
const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
};

/**
 * The matrix in a .csv file, rows × columns: fields between commas, semicolons, tabs or spaces (found from the first
 * line), a first row without a number skipped as header, decimal commas read where semicolons or tabs separate.
 * @throws FileRefusal for ragged rows and for fields that are no number, with row and column.
 */
export function readCsv(bytes: Uint8Array): ArrayFile {
  checkFileSize(bytes);
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  const reader = new RowReader(delimiter === ';' || delimiter === '\t');
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        reader.take(delimiter === ' ' ? record.filter((field) => field !== '') : record, lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new FileRefusal('csv-malformed', `The quotes in the .csv file don't match${line}.`, {
      cause: error,
    });
  }
  return reader.result();
}

function decode(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new FileRefusal(
    'csv-encoding',
    wide
      ? 'The .csv file is saved as UTF-16; save it as UTF-8 ("CSV UTF-8" in Excel).'
      : 'The .csv file is not text in UTF-8.',
  );
}

/** The separator of the first line: semicolons and tabs go before commas, which may stand in its numbers. */
function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const delimiter = delimiters.find((candidate) => first.includes(candidate));
  return delimiter ?? (first.trim().includes(' ') ? ' ' : ',');
}

/** `0x1F` and the like, which JavaScript takes for numbers. */
const isPrefixed = (field: string): boolean => field.length > 2 && 'xXoObB'.includes(field.charAt(1));

/** Turns records into rows of one length, one after the other, so that the text of a file is not held twice. */
class RowReader {
  private readonly decimalCommas: boolean;
  private readonly notes: FileNote[] = [];
  private values = new Float64Array(1024);
  private count = 0;
  private rows = 0;
  private width: number | null = null;

  constructor(decimalCommas: boolean) {
    this.decimalCommas = decimalCommas;
  }

  take(record: readonly string[], line: number): void {
    const fields = record.length > 1 && record.at(-1) === '' ? record.slice(0, -1) : record;
    const isFirst = this.rows === 0 && this.notes.length === 0;
    if (isFirst && fields.every((field) => this.number(field) === null)) {
      this.notes.push({ kind: 'header-skipped', header: fields.slice(0, 64) });
      return;
    }
    this.width ??= fields.length;
    if (fields.length !== this.width) {
      throw new FileRefusal(
        'csv-ragged',
        `Row ${line} has ${fields.length} columns where the rows above have ${this.width}.`,
      );
    }
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at] ?? '';
      const value = this.number(field);
      if (value === null) {
        const written = field === '' ? 'is empty' : `holds "${field.slice(0, 40)}", which is not a number`;
        throw new FileRefusal('csv-not-a-number', `Row ${line}, column ${at + 1} ${written}.`);
      }
      this.push(value);
    }
    this.rows += 1;
  }

  result(): ArrayFile {
    if (this.width === null) throw new FileRefusal('csv-empty', 'The .csv file holds no numbers.');
    const values = this.values.slice(0, this.count);
    return { format: 'csv', shape: [this.rows, this.width], values, dtype: 'float64', notes: this.notes };
  }

  private push(value: number): void {
    if (this.count === this.values.length) {
      checkValueCount(this.count * 2, 'The table');
      const longer = new Float64Array(this.count * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.count] = value;
    this.count += 1;
  }

  private number(field: string): number | null {
    const plain = Number(field);
    if (!Number.isNaN(plain)) return field === '' || isPrefixed(field) ? null : plain;
    const lower = field.toLowerCase();
    const bare = lower.startsWith('-') || lower.startsWith('+') ? lower.slice(1) : lower;
    const named = Object.hasOwn(special, bare) ? special[bare] : undefined;
    if (named !== undefined) return lower.startsWith('-') ? -named : named;
    const value = this.decimalCommas && field.includes(',') ? Number(field.replace(',', '.')) : Number.NaN;
    if (Number.isNaN(value)) return null;
    if (!this.notes.some(({ kind }) => kind === 'decimal-commas'))
      this.notes.push({ kind: 'decimal-commas' });
    return value;
  }
}
