import { join } from 'node:path';
import { placeOf } from './receive-file.ts';

/** The folder of the uploads inside the data folder. */
export function filesFolder(dataDir: string): string {
  return join(dataDir, 'files');
}

/** Where the bytes of an upload are, for those who copy the data folder's content: backup and restore. */
export function storedFilePath(dataDir: string, sha256: string): string {
  return placeOf(filesFolder(dataDir), sha256);
}
