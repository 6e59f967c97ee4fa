import Libsql from 'libsql';

/** Said when a second process asks for the same file. */
export class DatabaseInUse extends Error {
  constructor(file: string) {
    super(`Another process is already writing ${file}: stop it first, or choose another SIYU_DATA_DIR.`);
    this.name = 'DatabaseInUse';
  }
}

/**
 * Takes the right to be the one writing process of a database file. The lock is the kernel's, on a file beside
 * it: it ends with the process, however that ends.
 * @throws {DatabaseInUse} when another process holds it.
 */
export function lockForWriting(file: string): { release(): void } {
  const connection = new Libsql(`${file}.lock`, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new DatabaseInUse(file);
    throw error;
  }
  return { release: () => void connection.close() };
}
