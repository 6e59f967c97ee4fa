/**
 * A list of words as one text, so that long lists stay readable.
 * @example
 * words('保本 保息') // => ['保本', '保息']
 */
export const words = (text: string): string[] => text.trim().split(/\s+/);
