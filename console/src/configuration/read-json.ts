type ReadJson =
  | { readonly isRead: true; readonly value: Record<string, unknown> }
  | { readonly isRead: false; readonly sentence: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what somebody typed as JSON, or says what is wrong with it. @example readJson('{}') // => { isRead: true, value: {} } */
export function readJson(text: string): ReadJson {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value)
      ? { isRead: true, value }
      : { isRead: false, sentence: '内容要写成一组字段，以 { 开头、以 } 结尾。' };
  } catch {
    return { isRead: false, sentence: '内容不是完整的 JSON，请检查引号、逗号和括号。' };
  }
}
