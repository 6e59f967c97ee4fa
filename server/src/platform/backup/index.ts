export type { TableCount } from './backup-lines.ts';
export { BackupRefused } from './backup-refused.ts';
export { checkBackup, type CheckedBackup } from './read-backup.ts';
export { restoreBackup, type RestoredBackup } from './restore-backup.ts';
export { writeBackup, type WrittenBackup } from './write-backup.ts';
