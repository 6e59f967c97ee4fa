import { LESSON_FILE_BYTES_MAX } from '@siyu/shared/contracts/content.limits';

/** What can be said about a file before it is sent; the server checks the lesson itself. */
export type FileVerdict =
  | { readonly isFit: true; readonly title: string }
  | { readonly isFit: false; readonly sentence: string };

const KB = 1024;

/**
 * @param text the file's content, read only when its name and size are fit
 * @example checkFile({ name: 'a.pdf', size: 10 }, '') // => { isFit: false, sentence: '请选择 .json 文件…' }
 */
export function checkFile(file: { readonly name: string; readonly size: number }, text: string): FileVerdict {
  const early = checkNameAndSize(file);
  if (early !== null) return { isFit: false, sentence: early };
  const lesson = parse(text);
  if (lesson === null) return { isFit: false, sentence: '文件不是一份完整的 JSON，请检查括号和引号后再选。' };
  return { isFit: true, title: typeof lesson['title'] === 'string' ? lesson['title'] : '没有写标题' };
}

/** Null when name and size are fit. */
export function checkNameAndSize({
  name,
  size,
}: {
  readonly name: string;
  readonly size: number;
}): string | null {
  if (!name.toLowerCase().endsWith('.json')) return '请选择 .json 文件，其他格式不能识别为课程。';
  if (size === 0) return '这个文件是空的，请重新选择。';
  if (size > LESSON_FILE_BYTES_MAX)
    return `文件有 ${Math.ceil(size / KB)} KB，超过了 ${LESSON_FILE_BYTES_MAX / KB} KB 的上限，请精简后再选。`;
  return null;
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
