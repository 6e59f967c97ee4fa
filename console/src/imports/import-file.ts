import {
  IMPORT_COLUMNS,
  IMPORT_FILE_BYTES_MAX,
  IMPORT_KINDS,
  type ImportKindCode,
} from '@siyu/shared/contracts/imports.limits';
import { errorSentence, importKindNames } from '@siyu/shared/messages';

/** As much of a file as is read here: a header of ours is far shorter. */
export const HEADER_BYTES_MAX = 16_384;
const MIB = 1_048_576;

/**
 * Why a file cannot be of a kind, in a sentence; null when it looks fit. The server decides: this spares people the
 * upload of a large file that it would refuse.
 * @param beginning the file's first HEADER_BYTES_MAX bytes as text; '' when its name or size is not fit
 */
export function importFileFault(
  file: { readonly name: string; readonly size: number },
  beginning: string,
  kind: ImportKindCode,
): string | null {
  return nameOrSizeFault(file) ?? headerFault(beginning, kind);
}

/** Null when name and size are fit. */
export function nameOrSizeFault({
  name,
  size,
}: {
  readonly name: string;
  readonly size: number;
}): string | null {
  if (!name.toLowerCase().endsWith('.csv'))
    return '请选择 .csv 文件。表格软件里可以用「另存为」选 CSV（UTF-8）格式。';
  if (size === 0) return errorSentence('files.empty');
  if (size > IMPORT_FILE_BYTES_MAX)
    return `文件有 ${Math.ceil(size / MIB)} MB，超过了 ${IMPORT_FILE_BYTES_MAX / MIB} MB 的上限，请拆成几份分别上传。`;
  return null;
}

function headerFault(beginning: string, kind: ImportKindCode): string | null {
  const columns = readColumns(beginning);
  if (columns === null) return errorSentence('imports.header_unreadable');
  const { missing, unexpected } = compareColumns(columns, kind);
  if (missing.length === 0 && unexpected.length === 0) return null;
  const other = IMPORT_KINDS.find((each) => {
    const compared = compareColumns(columns, each);
    return compared.missing.length === 0 && compared.unexpected.length === 0;
  });
  if (other !== undefined)
    return `这份文件的列是「${importKindNames[other]}」的，请在上面改选这一类，或换一份文件。`;
  return missing.length > 0
    ? errorSentence('imports.header_missing', { columns: missing.join('、') })
    : errorSentence('imports.header_unexpected', { columns: unexpected.join('、') });
}

/** Null when the first line is no text of ours: UTF-16 and GBK leave such marks when read as UTF-8. */
function readColumns(beginning: string): readonly string[] | null {
  const [line = ''] = beginning.replace(/^\uFEFF/, '').split('\n');
  if (/[\0\uFFFD]/.test(line)) return null;
  // None of our columns holds a comma, so quotes only ever stand around a whole name.
  return line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

function compareColumns(
  columns: readonly string[],
  kind: ImportKindCode,
): { readonly missing: readonly string[]; readonly unexpected: readonly string[] } {
  const required: readonly string[] = IMPORT_COLUMNS[kind].required;
  const known: readonly string[] = [...required, ...IMPORT_COLUMNS[kind].optional];
  return {
    missing: required.filter((name) => !columns.includes(name)),
    unexpected: columns.filter((name) => !known.includes(name)),
  };
}
