const KEY_BYTES_MAX = 1_048_576;
const TOTAL_BYTES_MAX = 10 * KEY_BYTES_MAX;

/** wx storage of one person and app on one phone: it outlives the app, and keeps JSON only. */
export class PhoneStorage {
  private readonly values = new Map<string, string>();

  set(key: string, value: unknown): void {
    const json = JSON.stringify({ value });
    if (json.length > KEY_BYTES_MAX) throw new Error('entry size limit reached');
    const others = [...this.values].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
    if (others + json.length > TOTAL_BYTES_MAX) throw new Error('exceed storage max size 10MB');
    this.values.set(key, json);
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  /** The value as JSON text of `{ value }`; the caller parses it in its own realm. */
  json(key: string): string | undefined {
    return this.values.get(key);
  }

  get(key: string): unknown {
    const json = this.values.get(key);
    return json === undefined ? undefined : (JSON.parse(json) as { value?: unknown }).value;
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  remove(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}
