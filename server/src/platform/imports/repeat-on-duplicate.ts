import { type Database, isDuplicate, type Transaction } from '../database/index.ts';

/**
 * Runs work that tells ids once. When two senders tell one id at the same moment the second insert is refused;
 * the work is done again then and finds the first's row.
 */
export async function repeatOnDuplicate<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.runInTransaction(work);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return database.runInTransaction(work);
  }
}
